/** German: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, list } = inLocale('de');
const quoted = (words: readonly string[]): string => list(words.map((word) => `„${word}“`));

export const brand: Wording['brand'] = {
  title: 'Marken-Kits dieses Workspace',
  none: 'Es gibt noch kein Marken-Kit. Leg eines an, und jede Anzeige bekommt sein Logo, seine Farben und Texte.',
  line(place, kit, used) {
    const parts = [
      kit.hasLogo && 'Logo',
      kit.colours.join(' '),
      used.here && 'hier verwendet',
      used.elsewhere && 'als Standard verwendet',
    ];
    return `${place}. ${kit.name}: ${parts.filter(Boolean).join(', ') || 'Texte'}`;
  },
  newKit: 'Neues Marken-Kit',
  edit: (number) => `${number} bearbeiten`,
  editRest: (number) => `Mehr von ${number}`,
  useHere: (number) => `${number} hier verwenden`,
  useUsual: 'Hier das übliche verwenden',
  remove: (number) => `${number} löschen`,
  removeTitle: 'Dieses Marken-Kit löschen?',
  removeText:
    'Sein Logo und alles, was davon gespeichert ist, wird entfernt. Fertige Anzeigen bleiben, wie sie sind. Das lässt sich nicht rückgängig machen.',
  removeYes: 'Löschen',
  removeNo: 'Behalten',
  saveFromAd: 'Als deine Marke speichern',

  formTitle: 'Marken-Kit',
  save: 'Speichern',
  name: 'Name der Marke',
  colours: 'Farben',
  coloursHint: 'Bis zu fünf, die wichtigste zuerst. Leer: die des Logos, sonst die des jeweiligen Produkts.',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: 'Logo, Schrift',
  logoHint: 'Logo: am besten PNG mit durchsichtigem Grund. Schrift: TTF, OTF oder WOFF2, höchstens 5 MB.',
  logoHintKept: 'Ein neues Logo oder eine neue Schrift (TTF, OTF, WOFF2, höchstens 5 MB) ersetzt das alte.',
  buttonText: 'Text des Buttons',
  webAddress: 'Webadresse',
  smallPrint: 'Kleingedrucktes unter jeder Anzeige',
  smallPrintPlaceholder: 'Ab 18. Es gelten die AGB.',
  neverSay: 'Wörter, die keine Anzeige sagen darf',
  neverSayHint: 'Durch Kommas getrennt.',
  tone: 'Wie die Marke spricht',
  toneHint: 'Ich beachte „keine Ausrufezeichen“, „duzen“ und „siezen“; der Rest ist für KI-Partner.',
  tonePlaceholder: 'Herzlich, kurze Sätze, keine Witze',
  isOpen: 'Wer darf es ändern?',
  isOpenNo: 'Nur ich',
  isOpenYes: 'Alle in diesem Workspace',
  editors: 'Wer es außerdem ändern darf',
  everywhere: 'Wo wird es verwendet?',
  everywhereNo: 'Wo es jemand auswählt',
  everywhereYes: 'Überall, wo kein anderes gewählt ist',
  fontUse: 'Was wird in der Schrift der Marke gesetzt?',
  fontUseHeadlines: 'Überschriften und Preise',
  fontUseEverything: 'Alle Wörter',
  fontStays: 'Die Schrift, die es hat',
  logoStays: 'Das Logo, das es hat',
  logoKeep: 'Behalten',
  logoRemove: 'Entfernen',

  noName: 'Bitte gib einen Namen ein.',
  noColour: (text) => `„${text}“ ist keine Farbe, die ich kenne. Schreib Farben so: #123a5a.`,
  tooManyColours: (most) => `Das sind mehr als ${number(most)} Farben; bitte lass welche weg.`,
  tooManyWords: (most) => `Das sind mehr als ${number(most)} Wörter; bitte lass welche weg.`,
  tooLong: (most) => `Das ist zu lang: ${number(most)} Zeichen passen.`,

  saved: (name) => `Gespeichert. „${name}“ gilt ab der nächsten Anzeige; /ad brand zeigt, wo es verwendet wird.`,
  logoProblem: (reason) => `Das Logo konnte ich aber nicht verwenden: ${reason}`,
  fontProblem(problem) {
    switch (problem.kind) {
      case 'not-a-font':
        return `Die Schrift konnte ich aber nicht verwenden: Es ist keine Schrift, die ich lesen kann. TTF, OTF und WOFF2 gehen.`;
      case 'several-fonts':
        return `Die Schrift konnte ich aber nicht verwenden: Die Datei enthält mehrere Schriften. Bitte wähl eine davon.`;
      case 'protected':
        return `Die Schrift konnte ich aber nicht verwenden: Der Hersteller erlaubt das Einbetten nicht. Bitte nimm eine mit passender Lizenz.`;
      case 'letters-missing':
        return `Die Schrift konnte ich aber nicht verwenden: Es fehlen Buchstaben: ${problem.letters}.`;
      case 'too-many-bytes':
        return `Die Schrift konnte ich aber nicht verwenden: Sie ist größer als ${number(problem.limit)} MB.`;
      case 'gone':
        return `Die Schrift konnte ich aber nicht verwenden: Sie wurde entfernt, bevor ich sie holen konnte. Bitte füge sie noch einmal hinzu.`;
      case 'unreachable':
        return `Die Schrift konnte ich aber nicht verwenden: Ich durfte sie nicht öffnen. Bitte füge sie noch einmal hinzu.`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name) => `Anzeigen aus diesem Kanal werden ab jetzt mit „${name}“ erstellt.`,
  usualAgain: 'Anzeigen aus diesem Kanal werden wieder mit dem üblichen Marken-Kit erstellt.',
  removed: (name) => `Das Marken-Kit „${name}“ ist gelöscht.`,
  gone: 'Dieses Marken-Kit gibt es nicht mehr: Es wurde gelöscht. Mit /ad brand siehst du die vorhandenen.',
  notYours: 'Nur wer dieses Marken-Kit angelegt hat, kann es ändern oder löschen, oder alle, sobald das erlaubt wird.',
  tooMany: (most) => `Ein Workspace kann ${number(most)} Marken-Kits haben. Lösch eines, das ihr nicht mehr braucht: /ad brand`,
  neverSays: (name, words) =>
    `„${name}“ sagt nie ${quoted(words)}, aber dein Text tut es. Drück auf „${buttons.retry}“, um ihn zu ändern; bisher wurde nichts erstellt.`,

  kit: 'Marke',
  kitUsual: 'Die hier übliche',
  kitNone: 'Keine',
};

const saveProduct = 'Dieses Produkt speichern';

export const product: Wording['product'] = {
  title: 'Produkte, die du gespeichert hast',
  none: `Du hast noch kein Produkt gespeichert. Drück unter einer fertigen Anzeige auf „${buttons.more}“ und dann auf „${saveProduct}“.`,
  line: (place, facts) => [`${place}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join(', '),
  remove: (number) => `${number} löschen`,
  removeTitle: 'Dieses Produkt löschen?',
  removeText:
    'Was davon gespeichert ist, wird entfernt, auch seine Fotos, sofern keine Anzeige sie noch verwendet. Das lässt sich nicht rückgängig machen.',
  removeYes: 'Löschen',
  removeNo: 'Behalten',
  saveFromAd: saveProduct,

  formTitle: 'Produkt speichern',
  save: 'Speichern',
  name: 'Name des Produkts',
  price: 'Preis',
  link: 'Wo gibt es das Produkt?',
  kept: 'Seine Fotos bleiben, bis du das Produkt löschst: /ad products',

  saved: (name) => `„${name}“ ist gespeichert. Das Formular von /ad bietet es ab jetzt an.`,
  removed: (name) => `Das Produkt „${name}“ ist gelöscht.`,
  gone: 'Dieses Produkt gibt es nicht mehr: Es wurde gelöscht. Mit /ad products siehst du deine Produkte.',
  goneForAd: `Das Produkt, das du gewählt hast, wurde gelöscht. Drück auf „${buttons.retry}“, um ein anderes zu wählen oder Fotos hinzuzufügen.`,
  tooMany: (most) => `Du kannst ${number(most)} Produkte speichern. Lösch eines, das du nicht mehr brauchst: /ad products`,
  noPhotos:
    'Das Foto dieser Anzeige wurde nach dem Erstellen vergessen, wie du es wolltest; es gibt also kein Produkt zu speichern.',

  field: 'Eines deiner Produkte',
  fieldNone: 'Keines, ich füge Fotos hinzu',
  each: 'Mehrere Fotos',
  eachNo: 'Eine Anzeige mit allen',
  eachYes: 'Je eine Anzeige',
};
