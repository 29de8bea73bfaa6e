/** German: every sentence the bot says; it says du. */

import { neverHere } from '../../errors.ts';
import type { Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { account } from './de/account.ts';
import { brand, product } from './de/brand.ts';
import { commands } from './de/commands.ts';
import { exportPage } from './de/export.ts';
import { buttons, form, help, settings } from './de/forms.ts';
import { home } from './de/home.ts';
import { approval, ownAds, pack, platform, proposals } from './de/library.ts';
import { byMail } from './de/mail.ts';
import { notAllowed } from './de/permissions.ts';
import { portal } from './de/portal.ts';
import { policy, privacy } from './de/privacy.ts';
import { adProblem, briefProblem, photoProblem, photoWarning } from './de/problems.ts';
import { admin, team, welcome } from './de/team.ts';
import { inLocale } from './in-locale.ts';
import type { Wording } from './wording.ts';

const { number, megabytes, ordinal, plural, size } = inLocale('de');
const place = (ahead: number): string => `an ${ordinal(ahead + 1, { other: '.' })} Stelle`;
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'weniger als eine Minute' : minutes === 1 ? 'etwa eine Minute' : `etwa ${number(minutes)} Minuten`;
};
const languageNames: Record<Language, string> = {
  en: 'Englisch',
  de: 'Deutsch',
  fr: 'Französisch',
  es: 'Spanisch',
  ja: 'Japanisch',
  zh: 'Vereinfachtes Chinesisch',
  other: 'Andere Sprache',
};
const lookNames: Record<LookId, string> = {
  editorial: 'Editorial',
  block: 'Block',
  spotlight: 'Spotlight',
  magazine: 'Magazin',
  minimal: 'Schlicht',
  offer: 'Angebot',
};

const routeNames: Record<Route, string> = {
  cutout: 'Produkt freigestellt',
  multiply: 'weißer Hintergrund getönt',
  framed: 'ganzes Foto',
};

export const de: Wording = {
  languageNames,
  lookNames,

  stage(stage, ahead, waitMs) {
    switch (stage) {
      case 'looking':
        return 'Ich sehe mir dein Foto an …';
      case 'ideas':
        return 'Ich zeichne drei Ideen …';
      case 'queued':
        return ahead === 0
          ? 'In der Warteschlange, du bist als Nächstes dran.'
          : `In der Warteschlange ${place(ahead)}${waitMs === null ? '' : `, noch ${about(waitMs)}`}. Du musst nicht warten; das Ergebnis kommt hierher.`;
      case 'stills':
        return 'Ich zeichne die Bilder …';
      case 'film':
        return 'Ich zeichne das Video …';
      case 'delivering':
        return 'Ich lege die Dateien in den Thread …';
      default:
        return neverHere(stage);
    }
  },

  briefProblem,
  fileTooBig: (name, limitBytes) =>
    `${name} ist größer als ${megabytes(Math.floor(limitBytes / 1_000_000))}, mehr nimmt ein Formular nicht an. Verkleinere die Datei, oder schick sie als Nachricht und wähle „${commands.actions['ad-from-message']}“ („Make an ad from this“).`,
  photoProblem,
  photoWarning,
  adProblem,

  queuedInShell: (ahead) =>
    ahead === 0 ? 'In der Warteschlange, du bist als Nächstes dran.' : `In der Warteschlange ${place(ahead)}.`,
  noWorker:
    'Kein laufendes Adwright hat es innerhalb einer Minute angenommen. Starte eines mit npm start und versuch es noch einmal.',
  photoRefused: (count) =>
    plural(count, { one: 'Dieses Foto konnte ich nicht verwenden:', other: 'Diese Fotos konnte ich nicht verwenden:' }),
  nothingLost: `Dein Text bleibt 24 Stunden erhalten: Mit „${buttons.retry}“ machst du mit einem anderen Foto weiter.`,
  keptPhotos: (names) => `Von vorher noch da: ${names.join(', ')}. Füge unten weitere hinzu, oder lass das Feld leer.`,
  errorId: (id) => `Fehler ${id}`,
  gaveUp: 'Bei mir hat mehrere Minuten lang etwas nicht funktioniert, deshalb habe ich aufgehört.',
  cannotWork: 'Bei mir funktioniert etwas nicht, und noch einmal versuchen würde nicht helfen.',
  notDoneTitle: 'Das konnte nicht erledigt werden.',
  tryLater:
    'Bitte versuche es später noch einmal. Passiert es wieder, nenne der Person, die diesen Bot betreibt, die Fehlernummer.',
  inputKept: `Dein Text bleibt 24 Stunden erhalten: Mit „${buttons.retry}“ schickst du ihn noch einmal ab.`,
  failedTitle: 'Die Anzeige konnte nicht erstellt werden.',
  retryHint: `Dein Text und dein Foto bleiben 24 Stunden erhalten: Drück auf „${buttons.retry}“, wenn du so weit bist.`,
  directClosed: `Du möchtest ein Ergebnis, das nur du siehst, aber ich kann dir nicht direkt schreiben. Erlaube Direktnachrichten von mir und drück dann auf „${buttons.retry}“; bisher wurde nichts erstellt.`,
  notFinished: 'Diese Anzeige ist noch nicht fertig.',
  isShared: 'Diese Anzeige ist schon im Kanal.',
  takenBackUnseen:
    'Sie ist aus dem Kanal verschwunden. Ich kann dir nicht direkt schreiben, deshalb wird sie gerade nirgends gezeigt: Mit /ad show holst du sie zurück.',
  shownWhereAsked: 'Sie steht mit einer neuen Nachricht in dem Kanal, in dem du sie angefragt hast.',
  notShown:
    'Ich konnte die Anzeige dort nicht zeigen: Den Ort gibt es nicht mehr, oder ich bin dort kein Mitglied. Sie steht weiterhin in /ad list.',
  notShared: `In diesem Kanal konnte ich sie nicht posten: Es gibt ihn nicht mehr, oder ich bin kein Mitglied. Lade mich dorthin ein und drück dann noch einmal auf „${buttons.share}“.`,
  moreTitle: (headline) => (headline ? `Mehr zu „${headline}“` : 'Mehr zu dieser Anzeige'),
  tooManyOpen: (most) =>
    `Du hast ${number(most)} Anzeigen in Arbeit, mehr gehen nicht gleichzeitig. Warte auf eine, oder brich mit /ad cancel welche ab, und versuch es dann noch einmal.`,
  filesSent: 'Die Dateien und Texte habe ich dir als Direktnachricht geschickt.',
  filesNeedDirect:
    'Dateien schicke ich als Direktnachricht, aber ich darf dir nicht schreiben. Erlaube Direktnachrichten von mir und drück dann noch einmal.',
  alreadyAsked: 'Diese Version ist schon bestellt: Sie steht weiter oben oder ist unterwegs.',
  alreadyChosen: 'Eine dieser Ideen wurde schon gewählt, oder die Anzeige wurde abgebrochen.',
  cancelled: 'Abgebrochen. Es wird nichts mehr erstellt.',
  cancelTooLate: 'Diese Anzeige ist schon fertig, es gab also nichts abzubrechen. Du kannst sie stattdessen löschen.',
  adGone: 'Diese Anzeige gibt es nicht mehr: Sie wurde gelöscht oder nie fertig. Mit /ad machst du eine neue.',
  notYours: 'Nur wer diese Anzeige bestellt hat, kann sie ändern, abbrechen oder löschen. Mit /ad machst du deine eigene.',
  photoForgotten: `Das Foto wurde nach dem Erstellen vergessen, wie du es wolltest. Drück auf „${buttons.editText}“, um es noch einmal zu geben; dort kannst du auch einen anderen Look wählen.`,
  photoForgottenAfterFailure: `Das Foto ist nicht mehr da: Nach einem Fehler bleibt es 24 Stunden erhalten. Drück auf „${buttons.retry}“, um es noch einmal zu geben.`,
  channelGone:
    'Dieser Kanal ist archiviert oder nicht mehr da, deshalb wurde nichts erstellt. Bitte gib /ad in einem anderen ein.',
  onlyFirst: (taken, given) =>
    `Die Nachricht hat ${number(given)} Bilder; ${plural(taken, { one: 'nur das erste wird', other: `die ersten ${number(taken)} werden` })} genommen.`,
  storesDown: 'Bei mir antwortet gerade etwas nicht. Nichts ist verloren; bitte versuch es in einer Minute noch einmal.',
  notTaken:
    'Nicht angenommen: Bei mir hat etwas nicht geantwortet, und nichts wurde begonnen. Deine Eingaben sind noch da; drück den Knopf einfach noch einmal.',
  notTakenPress: 'Nicht angenommen: Bei mir hat etwas nicht geantwortet, und nichts wurde begonnen. Bitte drück noch einmal.',
  formNotOpened: 'Das Formular ließ sich nicht rechtzeitig öffnen. Nichts wurde begonnen; bitte versuch es noch einmal.',
  noPictureInMessage: 'Diese Nachricht hat kein Bild. Füge hier ein Foto hinzu.',
  ready: 'Deine Anzeige ist fertig.',
  notAllowed,
  notInChannel: `Ich bin nicht in diesem Kanal, konnte dort also nicht antworten, und nichts wurde erstellt. Lade mich ein und drück dann auf „${buttons.retry}“.`,
  understood(copy, language) {
    const parts = [
      copy.price && `Preis ${copy.price}`,
      copy.oldPrice && `vorher ${copy.oldPrice}`,
      `Sprache ${languageNames[language]}`,
      copy.button && `Button „${copy.button}“`,
    ];
    return `Verstanden: ${parts.filter(Boolean).join(', ')}.`;
  },
  leftOut: (sentences) =>
    `${plural(sentences, { one: 'Ein Satz deines Textes hatte', other: `${number(sentences)} Sätze deines Textes hatten` })} auf dem Bild keinen Platz. Drück auf „${buttons.editText}“, um zu wählen, was gezeigt wird.`,
  leftOutOfText: (sentences) => `Auf dem Bild war kein Platz für: ${sentences.join(' ')}`,
  missingGlyphs: (characters) => `Für ${characters.join(' ')} habe ich keine Buchstaben, deshalb fehlen sie.`,
  cannotWrite: (characters) =>
    `Für ${characters.join(' ')} habe ich keine Buchstaben, dein Text wäre auf der Anzeige kaum zu lesen. Es wurde nichts erstellt; bitte nimm eine andere Schrift.`,
  madeBy: (look, route) =>
    `Look ${lookNames[look]}, ${routeNames[route]}. Hier aus deinem Foto gezeichnet; ohne KI-Modell und ohne Partner.`,
  filesBelow: (pictures, films) =>
    `${plural(pictures, { one: `${number(pictures)} Bild`, other: `${number(pictures)} Bilder` })}${films ? ` und ${plural(films, { one: 'ein Video', other: `${number(films)} Videos` })}` : ''} im Thread.`,
  shownSmaller: (pixels, mostBytes) =>
    `Hier kleiner gezeigt, ${number(pixels)} Pixel breit: Dieser Ort nimmt Dateien bis ${size(mostBytes)}. Die vollen Dateien gibt es über „${buttons.getFiles}“.`,
  tooLargeHere: (count, mostBytes) =>
    `${plural(count, { one: 'Eine Datei ist', other: `${number(count)} Dateien sind` })} hier nicht zu sehen: Dieser Ort nimmt Dateien bis ${size(mostBytes)}. Alles gibt es über „${buttons.getFiles}“.`,
  version: (version) => (version > 1 ? `Version ${number(version)}` : ''),

  localeNames,
  commands,
  settings,
  approval,
  ownAds,
  pack,
  brand,
  product,
  platform,
  home,
  account,
  byMail,
  portal,
  privacy,
  exportPage,
  policy,
  proposals,
  team,
  admin,
  welcome,

  form,
  buttons,
  help,
};
