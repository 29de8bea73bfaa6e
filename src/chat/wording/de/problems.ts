/** German: what is wrong with a brief, a photo or an ad. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes } = inLocale('de');

export const briefProblem: Wording['briefProblem'] = (problem) => {
  switch (problem.kind) {
    case 'no-words':
      return 'Sag in ein paar Worten, worum es geht, zum Beispiel: Cold-Brew-Kaffee, mild und nie bitter, 19,90 €.';
    case 'too-long':
      return `Das sind ${number(problem.actual)} Zeichen; ${number(problem.limit)} passen. Bitte kürze es.`;
    case 'unknown-place':
      return `Den Ort „${problem.place}“ kenne ich nicht.`;
    case 'no-photo':
      return 'Füge mindestens ein Foto des Produkts hinzu.';
    case 'too-many-photos':
      return `Das sind ${number(problem.actual)} Fotos; höchstens ${number(problem.limit)} passen in eine Anzeige.`;
    default:
      return neverHere(problem);
  }
};

/** Follows the name of the file and a colon. */
export const photoProblem: Wording['photoProblem'] = (problem) => {
  switch (problem.kind) {
    case 'empty':
      return 'Die Datei ist leer. Bitte wähle eine andere.';
    case 'not-a-picture':
      return 'Das ist kein Bild, auch wenn der Name so aussieht. JPEG, PNG, WebP, AVIF, TIFF und HEIC gehen.';
    case 'document-or-vector':
      return 'Das ist eine Zeichnung oder ein Dokument (SVG, PDF), kein Foto. Bitte exportiere das als PNG oder JPEG.';
    case 'damaged':
      return 'Die Datei ist beschädigt oder wurde beim Speichern abgeschnitten. Bitte exportiere sie oder lade sie noch einmal hoch.';
    case 'too-many-pixels':
      return `Das Bild hat ${number(problem.actual)} Megapixel; bei dieser Dateiart sind höchstens ${number(problem.limit)} möglich. Bitte verkleinere es.`;
    case 'too-many-bytes':
      return `Die Datei ist größer als ${megabytes(problem.limit)}, mehr darf ein Foto nicht haben. Bitte verkleinere sie.`;
    case 'too-small':
      return `Die kürzere Seite hat ${number(problem.actual)} Pixel; mindestens ${number(problem.limit)} sind nötig. Bitte nimm ein größeres Bild.`;
    case 'took-too-long':
      return 'Das Öffnen hat zu lange gedauert. Bitte exportiere die Datei als einfaches JPEG und versuch es noch einmal.';
    case 'gone':
      return 'Die Datei wurde entfernt, bevor ich sie holen konnte. Bitte füge sie noch einmal hinzu.';
    case 'unreachable':
      return `Ich durfte die Datei nicht öffnen, oder sie ist größer als ${megabytes(100)}. Bitte füge im Formular eine kleinere Kopie hinzu.`;
    default:
      return neverHere(problem);
  }
};

export const photoWarning: Wording['photoWarning'] = (warning) => {
  switch (warning) {
    case 'small':
      return `Das Foto ist klein, deshalb erscheint das Produkt kleiner, als ich möchte. Tipp: Nimm eines, das mindestens ${number(1200)} Pixel breit ist.`;
    case 'blurry':
      return 'Das Foto wirkt etwas unscharf. Tipp: Wisch die Linse ab und stell auf das Produkt scharf.';
    case 'animated-first-frame':
      return 'Die Datei ist animiert; ich habe ihr erstes Bild genommen.';
    case 'background-kept':
      return 'Ich habe das Foto ganz gelassen, weil sich das Produkt nicht sauber vom Hintergrund abhebt. Tipp: Vor einem schlichten, gleichmäßigen Hintergrund kann ich es freistellen.';
    default:
      return neverHere(warning);
  }
};

export const adProblem: Wording['adProblem'] = (problem) => {
  switch (problem) {
    case 'drawing-failed':
      return 'Das Zeichnen dieser Anzeige ist mehrmals misslungen.';
    case 'took-too-long':
      return 'Das Zeichnen dieser Anzeige hat länger gedauert, als es darf.';
    case 'too-much-memory':
      return 'Das Zeichnen dieser Anzeige brauchte mehr Speicher, als es haben darf.';
    case 'disk-full':
      return 'Die Festplatte des Rechners, auf dem ich laufe, ist voll; die Dateien konnten nicht gespeichert werden.';
    case 'delivery-failed':
      return 'Die Dateien sind fertig, aber ich konnte sie hier nicht posten.';
    case 'channel-gone':
      return 'Dieser Kanal ist archiviert oder nicht mehr da, deshalb wurde nichts erstellt. Bitte gib /ad in einem anderen ein.';
    case 'not-in-channel':
      return `Ich bin kein Mitglied dieses Kanals. Lade mich dorthin ein und drück dann auf „${buttons.retry}“.`;
    case 'not-allowed':
      return `Ich darf dort keine Nachrichten senden oder keine Dateien anhängen. Bitte jemanden, der den Kanal verwaltet, es mir zu erlauben, und drück dann auf „${buttons.retry}“.`;
    case 'photo-gone':
      return 'Das Foto dieser Anzeige wurde vergessen, bevor die Anzeige fertig war.';
    default:
      return neverHere(problem);
  }
};
