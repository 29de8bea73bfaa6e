/** German: forms, buttons and help. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { commands } from './commands.ts';

const { number, plural } = inLocale('de');

export const form: Wording['form'] = {
  title: 'Anzeige erstellen',
  editTitle: 'Text bearbeiten',
  sameAdInTitle: 'In einer anderen Sprache',
  languageMissing: 'Bitte wähle eine Sprache.',
  submit: 'Anzeige erstellen',
  editSubmit: 'Version erstellen',
  cancel: 'Schließen',
  photos: 'Produktfotos',
  photosHint: 'Bis zu 5, JPEG, PNG, WebP, AVIF, TIFF, HEIC. Das erste, das ich freistellen kann, wird groß.',
  brief: 'Was soll die Anzeige sagen?',
  briefPlaceholder: 'Cold-Brew-Kaffee von Fjord, mild und nie bitter. 19,90 € statt 24,90 €',
  briefHint: 'Ein Satz genügt. Preise finde ich selbst; kein Wort wird erfunden.',
  briefCut: (left) =>
    `Dein Text war länger, als das Formular fasst; ${plural(left, { one: 'das letzte Zeichen fehlt', other: `die letzten ${number(left)} Zeichen fehlen` })}.`,
  places: 'Wo wird sie gezeigt?',
  placesHint: 'Ohne Auswahl bekommst du alle sechs Formate.',
  film: 'Bilder oder Video?',
  filmNo: 'Bilder',
  filmYes: 'Bilder und Videos',
  language: 'Sprache der Anzeige',
  languageGuess: 'Wie mein Text',
  buttonText: 'Text des Buttons',
  buttonTextHint: 'Leer gelassen wird er in den Sprachen gewählt, die ich kenne. Ein Bindestrich (-) heißt: keiner.',
  buttonMissing:
    'Diese Sprache kenne ich nicht gut genug, um einen Button zu wählen. Bitte schreib seinen Text, oder einen Bindestrich (-) für keinen.',
  keep: 'Dein Foto danach',
  keepYes: 'Bei der Anzeige behalten, damit Änderungen nur Sekunden dauern',
  keepNo: 'Vergessen, sobald die Anzeige fertig ist',
  keepMissing: 'Bitte wähle eines; ich wähle nichts für dich aus.',
  audience: 'Wer sieht sie?',
  audienceHere: 'Alle hier',
  audienceMe: 'Nur ich, als Direktnachricht',
  headline: 'Überschrift',
  body: 'Text',
  button: 'Button',
  price: 'Preis',
  oldPrice: 'Alter Preis',
  smallPrint: 'Kleingedrucktes',
  look: 'Look',
  photoAgain: 'Das Foto, noch einmal',
  photoAgainHint: 'Es wurde nach dem Erstellen vergessen, wie du es wolltest.',
  loading: 'Einen Moment …',
};

export const settings: Wording['settings'] = {
  title: 'Meine Einstellungen',
  save: 'Speichern',
  saved: 'Gespeichert. Das gilt ab der nächsten Anzeige.',
  ideas: 'Wenn ich eine Anzeige möchte',
  ideasYes: 'Zeig mir zuerst drei Ideen',
  ideasNo: 'Mach gleich alles',
  locale: 'Meine Sprache',
  localePlatform: 'Die Sprache dieser App, soweit ich sie erkenne',
};

export const buttons: Wording['buttons'] = {
  anotherLook: 'Anderer Look',
  editText: 'Text bearbeiten',
  wholePhoto: 'Ganzes Foto verwenden',
  cutOut: 'Produkt freistellen',
  makeVideo: 'Video erstellen',
  more: 'Mehr',
  sameAdIn: 'Dieselbe Anzeige auf …',
  askApproval: 'Um Freigabe bitten',
  editRest: 'Kleingedrucktes und Look ändern',
  getFiles: 'Dateien holen',
  share: 'Im Kanal teilen',
  takeBack: 'Aus dem Kanal zurückholen',
  remove: 'Löschen',
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  removeTitle: 'Diese Anzeige löschen?',
  removeText:
    'Die Nachricht, ihre Dateien und alles, was zu dieser Version gespeichert ist, werden entfernt. Das lässt sich nicht rückgängig machen.',
  removeYes: 'Löschen',
  removeNo: 'Behalten',
};

export const help: Wording['help'] = {
  summary: 'So machst du eine Anzeige',
  lines: [
    'Gib /ad und einen Satz ein und füge ein Produktfoto hinzu; die fertige Anzeige kommt in diesen Kanal.',
    `Oder öffne das Menü einer Nachricht mit Bild und wähle „${commands.actions['ad-from-message']}“ („Make an ad from this“).`,
    'Zuerst siehst du drei Ideen; die gewählte wird in allen Formaten erstellt. Mit /ad settings änderst du das, und wer Ergebnisse sieht.',
    `Unter jedem Ergebnis: ${buttons.anotherLook}, ${buttons.editText}, ${buttons.makeVideo}, ${buttons.more}. Während es entsteht: ${buttons.cancel}.`,
    `/ad brand bewahrt Logo, Farben und Texte deiner Marken; /ad products, was du unter „${buttons.more}“ gespeichert hast.`,
    '/ad list zeigt, was du gemacht hast, /ad show holt etwas davon zurück, /ad cancel hält an, was noch nicht fertig ist.',
  ],
};
