/** German: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, moment } = inLocale('de');

export const team: Wording['team'] = {
  notForYou:
    'Für dich bin ich noch nicht freigegeben, deshalb wurde nichts gemacht. Bitte einen Admin dieses Arbeitsbereichs, mich für dich freizugeben: /ad admin',
  notHere:
    'In diesem Kanal bin ich nicht freigegeben, deshalb wurde nichts gemacht. Tippe /ad in einem anderen, oder bitte einen Admin dieses Arbeitsbereichs, mich hier freizugeben: /ad admin',
  notAdmin: 'Das können nur Admins dieses Arbeitsbereichs, in einem seiner Kanäle.',
  stopped: 'Angehalten. Wer sie wollte, weiß Bescheid.',
  removed: 'Gelöscht. Wer sie wollte, weiß Bescheid.',
  stoppedForYou: (title) =>
    `Ein Admin deines Arbeitsbereichs hat deine Anzeige „${title}“ angehalten. Es wird nichts mehr davon gemacht.`,
  removedForYou: (title) => `Ein Admin deines Arbeitsbereichs hat deine Anzeige „${title}“ gelöscht.`,
  storageNearlyFull: (percent) =>
    `Der Speicher dieses Arbeitsbereichs ist zu ${number(percent)} % voll. Lösch Anzeigen, die keiner mehr braucht: /ad list`,
  storageFull: (mostMb) =>
    `Der Speicher dieses Arbeitsbereichs ist voll (${number(mostMb)} MB), deshalb wurde nichts gemacht. Lösch Anzeigen, die keiner mehr braucht: tippe /ad list, drück auf „1 zeigen“, dann auf „${buttons.more}“ und „${buttons.remove}“. Admins sehen alle mit /ad admin.`,
  makeOwn: 'Eigene daraus machen',
  photosOfCopy: (count) =>
    count === 0
      ? 'Das Foto dieser Anzeige wurde danach vergessen. Bitte füge eines hinzu.'
      : 'Die Fotos dieser Anzeige werden übernommen. Fügst du eigene hinzu, kommen sie zuerst.',
  copyWithoutPhotos: `Die Fotos dieser Anzeige gibt es nicht mehr. Drück auf „${buttons.retry}“ und füge eines hinzu; noch wurde nichts gemacht.`,
};

export const admin: Wording['admin'] = {
  title: 'Der Bot in diesem Arbeitsbereich',
  rules({ are, everywhere, openAds }) {
    const who = {
      everyone: 'Alle dürfen mich benutzen',
      admins: 'Nur Admins dürfen mich benutzen',
      chosen: 'Admins und wen sie gewählt haben dürfen mich benutzen',
    };
    const where = everywhere ? 'in jedem Kanal' : 'in gewählten Kanälen';
    return `${who[are]}, ${where}. Anzeigen in Arbeit je Person: höchstens ${number(openAds)}.`;
  },
  storage: ({ usedMb, mostMb, percent }) => `Speicher: ${number(usedMb)} von ${number(mostMb)} MB (${number(percent)} %).`,
  underWay: 'In Arbeit',
  nothing: 'Gerade wird nichts gemacht.',
  finished: 'Zuletzt fertig',
  privateAd: 'private Anzeige',
  line: (at, title, state, asked) => `${at}. ${title}: ${state}, ${moment(asked)} UTC`,
  inLine: (place) => `Platz ${number(place)} in der Warteschlange`,
  more: (count) => `Und ${number(count)} weitere.`,
  change: 'Regeln ändern',
  stop: (at) => `${at} anhalten`,
  remove: (at) => `${at} löschen`,

  formTitle: 'Regeln',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt überall innerhalb einer Minute.',
  who: 'Wer darf mich benutzen?',
  whoOption(who) {
    switch (who) {
      case 'everyone':
        return 'Alle hier';
      case 'admins':
        return 'Nur Admins';
      case 'chosen':
        return 'Admins und unten Gewählte';
      default:
        return neverHere(who);
    }
  },
  chosen: 'Wer mich benutzen darf',
  chosenWithRoles: 'Personen und Rollen, die es dürfen',
  chosenHint: 'Nur mit der dritten Antwort oben.',
  chosenMissing: 'Bitte wähl mindestens eine Person oder Rolle.',
  channels: 'Kanäle für Anzeigen',
  channelsHint: 'Leer: alle. Ein Thread zählt als sein Kanal.',
  openAds: 'Anzeigen in Arbeit je Person',
  openAdsHint: (least, most) => `Eine Zahl von ${least} bis ${most}.`,
  openAdsWrong: (least, most) => `Bitte gib eine Zahl von ${least} bis ${most} ein.`,
  storageMb: 'Speicher in Megabyte',
  storageHint: (mostMb) => `Leer: ${number(mostMb)}, mehr ist hier nicht erlaubt.`,
  storageWrong: 'Bitte gib eine ganze Zahl ohne Punkt und Komma ein, oder lass es leer.',
};

export const welcome: Wording['welcome'] = {
  hello: 'Hallo! Ich mache aus einem Produktfoto und einem Satz fertige Anzeigen, in jeder Größe, die ihr braucht.',
  steps: [
    '1. Lad mich in einen Kanal ein, in dem Anzeigen entstehen sollen.',
    '2. Mach dort die erste Anzeige: /ad',
    '3. Gib mir eure Marke: /ad brand',
    '4. Sag, wer mich wo benutzen darf: /ad admin',
  ],
  sample: 'Beispielanzeige machen',
  sampleBrief: 'Fjord Cold Brew Kaffee, mild und niemals bitter. 19,90 € statt 24,90 €',
  samplePhoto: 'Ich nehme mein eigenes Beispielfoto. Füge ein Foto hinzu, um stattdessen dein Produkt zu zeigen.',
};
