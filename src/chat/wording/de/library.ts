/** German: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { number, day, plural, size, list } = inLocale('de');

export const approval: Wording['approval'] = {
  askTitle: 'Um Freigabe bitten',
  askSubmit: 'Bitten',
  approver: 'Wer soll sie freigeben?',
  approverHint: 'Die Person bekommt eine Nachricht mit zwei Knöpfen. Nach jeder Änderung wird neu gefragt.',
  nobody: 'Bitte wähle eine Person.',
  changesTitle: 'Änderungen wünschen',
  changesSubmit: 'Senden',
  note: 'Was soll sich ändern?',
  noteMissing: 'Sag in ein paar Worten, was sich ändern soll.',
  closed:
    'Ich kann dieser Person nicht direkt schreiben, sie lässt es nicht zu. Niemand wurde gefragt. Bitte sie, Direktnachrichten von mir zuzulassen, oder teile die Anzeige in einem Kanal und frag dort.',
  notThere:
    'Diese Person sieht den Kanal nicht, in dem die Anzeige steht. Niemand wurde gefragt. Lade sie dorthin ein oder frag jemand anderen.',
  notYou: 'Um die Freigabe dieser Anzeige wurde jemand anders gebeten.',
  asked: ': ',
  asks: ' fragt, ob diese Anzeige laufen darf.',
  asksPlain: 'Du wirst gefragt, ob eine Anzeige laufen darf.',
  approve: 'Freigeben',
  requestChanges: 'Änderungen wünschen',
  status(state) {
    switch (state) {
      case 'asked':
        return 'Wartet auf Freigabe durch';
      case 'approved':
        return 'Freigegeben von';
      case 'changes':
        return 'Änderungen gewünscht von';
      default:
        return neverHere(state);
    }
  },
};

const fieldNames: Record<TextField, string> = { primary: 'Haupttext', headline: 'Überschrift', description: 'Beschreibung' };

export const pack: Wording['pack'] = {
  title: (headline) => (headline ? `Dateien von „${headline}“` : 'Dateien dieser Anzeige'),
  below: 'Die Dateien sind im Thread dieser Nachricht. Die Texte kannst du gleich kopieren:',
  field: (field, count, most) =>
    `${fieldNames[field]}, ${number(count)} von ${number(most)} Zeichen${count > most ? ': zu lang, bitte kürzen' : ''}`,
  others: (count) =>
    plural(count, {
      one: 'Die Texte für einen weiteren Ort stehen in texts.txt.',
      other: `Die Texte für ${number(count)} weitere Orte stehen in texts.txt.`,
    }),
  offer: 'Angebot',
  points: 'Stichpunkte',
  button: 'Button',
  altText: 'Alternativtext, für Menschen, die das Bild nicht sehen können',
  smaller: (count, mostBytes) =>
    `${plural(count, { one: 'Eine Datei kommt', other: `${number(count)} Dateien kommen` })} mit weniger Details, weil eine Direktnachricht Dateien bis ${size(mostBytes)} nimmt.`,
  tooLarge: (names) => `Selbst verkleinert zu groß zum Senden: ${list(names)}. Bitte frag danach, wer mich betreibt.`,
};

export const proposals: Wording['proposals'] = {
  title: 'Drei Ideen. Welche soll ich in allen Formaten erstellen?',
  line: (number, look, headline) => `${number} ${look}: ${headline}`,
  use: (number) => `Nimm ${number}`,
  others: 'Andere Ideen',
  altText: 'Drei Anzeigen nebeneinander, von 1 bis 3 nummeriert, jede mit eigenem Look und eigener Überschrift',
};

export const ownAds: Wording['ownAds'] = {
  title: 'Deine Anzeigen',
  empty: 'Du hast noch keine Anzeige gemacht. Gib /ad und einen Satz ein, um die erste zu machen.',
  none: 'Keine deiner Anzeigen passt dazu. Mit /ad list siehst du alle.',
  nothingOpen: 'Von dir ist gerade nichts in Arbeit.',
  line: (place, title, version, state, made) =>
    `${place}. ${title}${version > 1 ? `, Version ${number(version)}` : ''}: ${state}, ${day(made)}`,
  more: (count) => `Und ${number(count)} weitere. Mit Wörtern grenzt du es ein: /ad list kaffee`,
  show: (number) => `${number} zeigen`,
  cancel: (number) => `${number} abbrechen`,
  state(state) {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return 'in Arbeit';
      case 'choosing':
        return 'wartet, dass du eine Idee wählst';
      case 'delivered':
      case 'showing':
        return 'fertig';
      case 'failed':
        return 'misslungen';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return 'beendet';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform: Wording['platform'] = {
  notHere:
    'Hier kann ich nicht arbeiten: Das Ergebnis könnte ich nicht posten. Nutz mich auf einem Server, zu dem ich hinzugefügt wurde, oder schreib mir direkt.',
  buttonTooOld: 'Dieser Knopf ist zu alt, ich weiß nicht mehr, wofür er war. Gib /ad generate ein, um neu zu beginnen.',
  formLost:
    'Ich bin neu gestartet, während dein Formular offen war, deshalb wurde nichts begonnen. Gib /ad generate ein, um neu zu beginnen. Dein Text war:',
  openForm: 'Formular öffnen',
  backToForm: 'Zurück zum Formular',
  makeAd: 'Anzeige erstellen',
  picturesFound: (count) =>
    plural(count, {
      one: 'Soll ich aus diesem Foto eine Anzeige machen?',
      other: `Soll ich aus diesen ${number(count)} Fotos eine Anzeige machen?`,
    }),
  confirm: { text: 'Das lässt sich nicht rückgängig machen.', yes: 'Ja', no: 'Nein' },
};
