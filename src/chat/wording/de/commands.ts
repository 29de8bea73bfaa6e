/** German: the words of commands. */
import type { CommandWords } from '../command-words.ts';

export const commands: CommandWords = {
  commands: {
    ad: 'Aus einem Produktfoto eine Anzeige machen',
    privacy: 'Deine Daten: ansehen, mitnehmen, berichtigen, löschen',
    account: 'Dein Konto: im Portal öffnen, Chat-Apps verbinden',
  },
  subcommands: {
    generate: {
      name: 'erstellen',
      description: 'Aus Fotos und einem Satz eine Anzeige machen',
      takes: 'was die Anzeige sagen soll',
    },
    list: {
      name: 'liste',
      description: 'Zeigen, was du gemacht hast, auch nach Wörtern oder nur von hier',
      takes: 'Wörter, oder: here',
    },
    show: { name: 'zeigen', description: 'Eine Anzeige zurückholen, mit Dateien und Knöpfen', takes: 'Wörter der Anzeige' },
    cancel: { name: 'abbrechen', description: 'Eine Anzeige anhalten, die noch nicht fertig ist' },
    brand: { name: 'marken', description: 'Deine Marken-Kits: Logo, Farben, Texte' },
    products: { name: 'produkte', description: 'Die Produkte, die du gespeichert hast' },
    settings: { name: 'einstellungen', description: 'Sprache, wer Ergebnisse sieht, erst Ideen oder gleich alles' },
    privacy: {
      name: 'datenschutz',
      description: 'Deine Daten: ansehen, mitnehmen, berichtigen, löschen',
      takes: 'status, export, delete, …',
    },
    account: { name: 'konto', description: 'Dein Konto: im Portal öffnen, Chat-Apps verbinden', takes: 'register oder link' },
    admin: { name: 'admin', description: 'Für Admins: wer den Bot benutzen darf, Speicher, was in Arbeit ist' },
    help: { name: 'hilfe', description: 'Wie du eine Anzeige machst' },
  },
  actions: { 'ad-from-message': 'Anzeige daraus machen' },
  options: {
    photo: { name: 'foto', description: 'Ein Foto des Produkts', another: 'Noch ein Foto des Produkts' },
    brief: { name: 'text', description: 'Was soll die Anzeige sagen?' },
    where: { name: 'wo', description: 'Wo wird sie gezeigt? Ohne Angabe: alle Formate' },
    video: { name: 'video', description: 'Auch Videos' },
    language: { name: 'sprache', description: 'Sprache der Anzeige; ohne Angabe die deines Textes' },
    onlyMe: { name: 'nur-ich', description: 'Nur du siehst das Ergebnis' },
    words: { name: 'wörter' },
  },
};
