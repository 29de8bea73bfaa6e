/** German: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes, list, plural } = inLocale('de');
const count = (value: number, one: string, other: string): string => `${number(value)} ${plural(value, { one, other })}`;
const moments = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: 'Texte',
  stills: 'Bilder',
  clips: 'Videoclips',
  transitions: 'Übergänge',
};
const fields: Record<Disclosed, string> = {
  picture: 'das Produktbild ohne seine Metadaten',
  colours: 'die Farben des Bildes',
  prompt: 'die Worte deines Textes',
};

const requestKinds: Record<PrivacyRequestKind, string> = { export: 'Export', erase: 'Löschung', correct: 'Berichtigung' };

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `die Kopie dort verschwindet am ${moment(lapses)}` : 'die Kopie ist noch dort';
    case 'removed':
      return 'die Kopie dort gibt es nicht mehr';
    case 'unknown':
      return 'ob dort eine Kopie ist, ist nicht bekannt';
    default:
      return neverHere(state);
  }
}

export const privacy: Wording['privacy'] = {
  commands: {
    status: { name: 'übersicht', description: 'Was von dir gespeichert ist, und wo' },
    policy: { name: 'datenschutzerklärung', description: 'Die Datenschutzerklärung in deiner Sprache' },
    partners: { name: 'partner', description: 'Die KI-Partner, und was jeder bekäme' },
    consent: { name: 'einwilligung', description: 'Einem Partner zustimmen oder die Einwilligung widerrufen' },
    receipts: { name: 'belege', description: 'Was an wen ging, und was gelöscht wurde' },
    export: { name: 'exportieren', description: 'Eine Kopie von allem, was von dir gespeichert ist' },
    correct: { name: 'berichtigen', description: 'Berichtigen, was falsch ist' },
    delete: { name: 'löschen', description: 'Einige oder alle deiner Daten löschen' },
  },
  more: 'Mehr: /privacy policy, partners, consent, receipts, export, correct, delete.',

  statusTitle: 'Was hier von dir gespeichert ist',
  statusNone: 'Hier ist nichts von dir gespeichert.',
  ads: (ads, files, size) =>
    `${count(ads, 'Anzeige', 'Anzeigen')} mit ${count(files, 'Datei', 'Dateien')} (${megabytes(size)}), bis du sie löschst`,
  photos: (photos) => `${count(photos, 'Produktfoto', 'Produktfotos')}, aufbewahrt, wie du es gewählt hast`,
  products: (products) => count(products, 'gespeichertes Produkt', 'gespeicherte Produkte'),
  requests: (requests) => `${count(requests, 'Anfrage', 'Anfragen')} der letzten 24 Stunden`,
  settings: 'deine Kennung in diesem Workspace und deine Einstellungen',
  usageNone: 'Es werden keine Nutzungsdaten gespeichert: keine Adressen, keine Browserprotokolle, keine Zeitdauern.',
  usageOldest: (date) =>
    `Der älteste Nutzungseintrag ist vom ${moment(date)}; er wird 24 Stunden nach diesem Zeitpunkt gelöscht.`,
  stores: (database, media, keys, sandbox) =>
    `Wo: Datensätze in ${database}, verschlüsselte Dateien in ${media}, Schlüssel getrennt von beiden in ${keys}. Fotos werden in einer Sandbox der Stufe „${sandbox}“ geöffnet, die nach jedem Auftrag verschwindet.`,
  partnersNone: 'Kein KI-Partner hat etwas von dir.',
  partnersHave: (names) => `Diese Partner haben etwas von dir bekommen: ${list(names)}. Siehe /privacy receipts.`,

  partnersTitle: 'KI-Partner',
  partnersIntro:
    'Anzeigen werden hier gezeichnet. Ein Partner bekommt nur dann etwas, wenn du genau diesem Partner zugestimmt hast, und nur für die jeweilige Anzeige.',
  partner: (partner) =>
    `${partner.name} (${partner.company}, ${partner.country}), für ${list(partner.uses.map((use) => uses[use]))}. Dieser Partner bekäme ${list(partner.gets.map((field) => fields[field]))}, sonst nichts.`,
  keeps: (days) =>
    days === null
      ? 'Wie lange er eine Kopie behält, ist nicht dokumentiert.'
      : `Er behält eine Kopie ${count(days, 'Tag', 'Tage')} lang.`,
  notReady: 'Hier nicht verbunden, bekommt also nichts.',
  agreed: 'Du hast zugestimmt.',
  notAgreed: 'Du hast nicht zugestimmt.',
  allow: (name) => `${name}: zustimmen`,
  withdraw: (name) => `${name}: widerrufen`,
  withdrawAll: 'Alle widerrufen',
  consentSaved: (name) => `Du hast ${name} zugestimmt. Mit /privacy consent kannst du das jederzeit widerrufen.`,
  withdrawn: (names) =>
    `Widerrufen: ${list(names)}. Dorthin geht nichts mehr; Anzeigen in Arbeit gehen ohne ${plural(names.length, { one: 'diesen', other: 'diese' })} Partner weiter und werden hier gezeichnet. Was vorher gesendet wurde, steht in /privacy receipts.`,
  unknownPartner: 'Dieser Partner ist hier nicht mehr bekannt.',

  receiptsTitle: 'Was an wen ging',
  receiptsNone: 'Nichts von dir ging an einen Partner.',
  disclosure: (partner, given, bytes, at, copy) =>
    `${moment(at)}, ${partner}: ${list(given.map((field) => fields[field]))}, ${number(bytes)} Byte; ${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: 'Deine Anfragen',
  request: (kind, at, state, due) => {
    const what = requestKinds[kind];
    const how =
      state === 'open'
        ? `in Arbeit, fällig am ${moment(due)}`
        : state === 'owed'
          ? 'hier erledigt, auf der Chat-Plattform steht es noch aus'
          : 'erledigt';
    return `${what} vom ${moment(at)}: ${how}`;
  },

  exportTitle: 'Eine Kopie von allem, was von dir gespeichert ist',
  exportText:
    'Ich packe sie in eine ZIP-Datei mit Seiten, die du ohne mich lesen kannst, und schicke sie nur dir, als Direktnachricht. Große Kopien kommen in Teilen.',
  exportButton: 'Kopie erstellen',
  exportStarted: 'Ich stelle deine Kopie zusammen. Sie kommt als Direktnachricht.',
  exportReady: 'Hier ist die Kopie von allem, was von dir gespeichert ist. Öffne darin index.html.',
  exportParts: (parts) =>
    `Sie kommt in ${count(parts, 'Teil', 'Teilen')}; jeder lässt sich für sich öffnen, index.html ist im ersten.`,
  exportSplit: (names) =>
    `Einige Dateien sind größer, als diese Plattform annimmt, und deshalb in Stücke geteilt (${list(names)}); wie man sie zusammenfügt, steht in README.txt.`,
  exportNeedsDirect:
    'Die Kopie schicke ich als Direktnachricht, aber ich darf dir nicht schreiben. Erlaube Direktnachrichten von mir und bitte dann noch einmal darum.',
  exportFailed: 'Die Kopie konnte nicht übergeben werden. Bitte fordere sie noch einmal an: /privacy export.',

  correctTitle: 'Berichtigen, was falsch ist',
  correctLines: [
    'E-Mail-Adresse und Passwort: auf der Seite „Konto“ des Portals (/account). Oder per E-Mail an das Datenschutz-Team.',
    `Die Worte einer Anzeige, ihr Preis und ihr Look: Drück darunter auf „${buttons.editText}“. Alte Versionen lassen sich löschen.`,
    'Was eine Marke sagt (Name, Farben, Button, Kleingedrucktes, Ton), und ihr Logo: /ad brand.',
    `Ein gespeichertes Produkt (Name, Preis, Link): Lösche es in /ad products und speichere es dann unter einer Anzeige mit „${buttons.more}“ neu.`,
    'Sprache, wer Ergebnisse sieht, und ob Fotos behalten werden: /ad settings.',
    'Was du ersetzt oder löschst, ist weg: Der Schlüssel, mit dem es verschlüsselt war, wird vernichtet.',
    'Dein Name und dein Bild gehören zu dieser App; ich speichere sie nicht.',
  ],

  deleteTitle: 'Meine Daten löschen',
  deleteSubmit: 'Löschen',
  deleteWhat: 'Was soll gelöscht werden?',
  deleteHint: 'Das lässt sich nicht rückgängig machen. Du bekommst einen signierten Beleg.',
  deleteEverything: 'Alles von mir in diesem Workspace',
  deleteAccount: 'Mein ganzes Konto, in jeder Chat-App',
  deletePhotos: 'Alle meine Fotos und gespeicherten Produkte',
  deleteProduct: (name) => `Produkt: ${name}`,
  deleteAd: (title) => `Anzeige: ${title}`,
  deleteHeld: (ads, photos, products) =>
    `Von dir gespeichert: ${count(ads, 'Anzeige', 'Anzeigen')}, ${count(photos, 'Foto', 'Fotos')}, ${count(products, 'gespeichertes Produkt', 'gespeicherte Produkte')}. Marken-Kits gehören dem Workspace und bleiben. Was du zu Anzeigen anderer gesagt hast, bleibt bei diesen Anzeigen.`,
  deleteShared: 'Anzeigen von mir, die in Kanälen stehen',
  deleteSharedNo: 'Auch löschen',
  deleteSharedYes: 'Dem Workspace überlassen',
  deleteMissing: 'Bitte wähle, was gelöscht werden soll.',
  deleteNothing: 'Davon ist nichts von dir gespeichert.',
  deleteStarted: (id) =>
    `Ich lösche es. Zuerst werden die Schlüssel vernichtet, damit es niemand mehr lesen kann, danach die Bytes gelöscht. Deine Anfrage hat die Nummer ${id}.`,

  erasedMeanwhile:
    'Ich war gerade dabei, deine Daten zu löschen, als du darum gebeten hast, deshalb habe ich nichts damit getan. Wenn du es noch willst, bitte noch einmal darum.',

  receiptTitle: 'Gelöscht',
  addendumTitle: 'Auch anderswo gelöscht',
  removed(scope, of) {
    const what = [
      of.ads > 0 && count(of.ads, 'Anzeige', 'Anzeigen'),
      of.files > 0 && count(of.files, 'Datei', 'Dateien'),
      of.photos > 0 && count(of.photos, 'Foto', 'Fotos'),
      of.products > 0 && count(of.products, 'gespeichertes Produkt', 'gespeicherte Produkte'),
      (scope === 'workspace' || scope === 'account') && 'die Angabe, wer du hier bist',
    ].filter((part) => part !== false);
    const given =
      of.handedOver > 0 ? ` ${count(of.handedOver, 'Anzeige wurde', 'Anzeigen wurden')} dem Workspace überlassen.` : '';
    return `Gelöscht: ${what.length > 0 ? list(what) : 'es war nichts mehr da'}.${given}`;
  },
  remote(item) {
    const what = {
      messages: count(item.count, 'Nachricht', 'Nachrichten'),
      files: count(item.count, 'Datei', 'Dateien'),
      inputs: count(item.count, 'Eingabe', 'Eingaben'),
    }[item.what];
    const yourself = 'bitte entferne sie dort selbst';
    switch (item.state) {
      case 'done':
        return `${what} bei ${item.system}: entfernt`;
      case 'outstanding':
        return `${what} bei ${item.system}: Entfernung läuft${item.lapses ? `; ich versuche es weiter bis zum ${moment(new Date(item.lapses))}` : ''}`;
      case 'lapsed':
        return `${what} bei ${item.system}: 30 Tage lang nicht erreicht; ${yourself}`;
      case 'impossible':
        return `${what} bei ${item.system}: die Plattform hat mich nicht löschen lassen; ${yourself}`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until) =>
    `Was Sicherungen davon noch enthalten, kann niemand lesen. Bewahrt der Betreiber anderswo eine Kopie der Schlüssel auf, wird sie binnen eines Tages ersetzt: Dann gilt das ab dem ${moment(until)}.`,
  receiptCheck:
    'Der signierte Beleg; mit dem Schlüssel des Betreibers lässt er sich prüfen, und er enthält nichts Personenbezogenes:',

  acceptTitle: 'Vor der ersten Anzeige',
  accept:
    'Was ich speichere: deine Kennung hier, deine Anzeigen, bis du sie löschst, deine Anfrage 24 Stunden lang. An einen KI-Partner geht nichts, es sei denn, du stimmst dem zu. Mit dem Absenden dieses Formulars stimmst du dieser Speicherung zu; /privacy zeigt, exportiert und löscht das alles.',
  acceptFirst: 'Bevor ich etwas für dich speichere, stimme dem bitte in /ad settings zu, oder mit deiner ersten Anzeige.',
  acceptAgain: 'Bitte öffne das Formular neu: Wie deine Fotos aufbewahrt werden sollen, ist nicht mehr bekannt.',

  policyTitle: 'Datenschutzerklärung',
  policyVersion: (version) => `Fassung ${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy: Wording['policy'] = {
  collectTitle: '1. Was erhoben wird',
  classes: {
    identity:
      'Deine Kennung und die deines Workspace auf dieser Plattform, deine Einstellungen und, wenn du dich registriert hast, E-Mail-Adresse und Passwort: um zu wissen, wem welche Anzeigen gehören, bis du sie löschst.',
    token:
      'Die Zugangsdaten, mit denen ich mich an einen Workspace wende, der mich installiert hat, und wer mich installiert hat: bis ich dort entfernt werde.',
    photo:
      'Produktfotos, gerade gedreht und ohne jegliche Metadaten: um deine Anzeigen zu zeichnen, und gelöscht, wenn die Anzeige erstellt ist, es sei denn, du wolltest sie für spätere Änderungen behalten.',
    ad: 'Deine Anzeigen: Text, Worte, Look, Bilder, Videos, und wo sie gepostet wurden: bis du sie löschst.',
    product: 'Produkte, die du gespeichert hast: Name, Preis, Link und Fotos: bis du sie löschst.',
    brand: 'Marken-Kits: Name, Logo, Farben, Texte: Sie gehören dem Workspace, bis er sie löscht.',
    posted:
      'Nachrichten und Dateien, die ich hier für dich gepostet habe: solange die Plattform sie aufbewahrt, oder bis du die Anzeige löschst.',
    keys: 'Die Schlüssel, mit denen all das verschlüsselt ist, getrennt aufbewahrt: Wird einer vernichtet, ist alles, was er verschlüsselt, in jeder Kopie unlesbar.',
    request: 'Worum du gebeten hast, Wort für Wort, damit nichts verloren geht oder doppelt gemacht wird: höchstens 24 Stunden.',
    usage:
      'Wann du mich benutzt hast, wofür und wie lange es dauerte, auf Webseiten auch Adresse und Browser: nur für Sicherheit und Grenzen, nach 24 Stunden weg.',
    consent:
      'Welchen Partnern du zugestimmt hast, und wann: um nichts ohne deine Einwilligung zu senden, bis du diese Angabe löschst.',
    disclosure: 'Was an einen Partner ging, wann und wie viel: damit du es nachlesen kannst, bis du diese Angabe löschst.',
    rights:
      'Dass du um eine Kopie, eine Berichtigung oder eine Löschung gebeten hast, mit den Zeitpunkten und einem Beleg, der niemanden beim Namen nennt.',
  },
  protectTitle: '2. Wie es geschützt wird',
  protect: [
    'Alles wird über TLS übertragen. Worte und Dateien sind dort, wo sie gespeichert sind, verschlüsselt, die jeder Person mit einem eigenen Schlüssel.',
    'Passwörter werden nur als bcrypt-Hashes gespeichert.',
    'Fotos werden in einem abgeschotteten Prozess ohne Netz und ohne Dateien geöffnet, der für jeden Auftrag neu ist und danach verschwindet.',
  ],
  shareTitle: '3. KI-Partner',
  share: [
    'Nichts von dir wird verkauft, vermietet oder gehandelt. Ein Partner bekommt nur dann etwas, wenn du genau diesem Partner zugestimmt hast: das Bild ohne Metadaten, seine Farben und die Worte deines Textes.',
    'Partner dürfen damit nicht trainieren, es nicht weitergeben und nicht für sich behalten; das muss der Betreiber bestätigen, bevor ein Partner eingesetzt wird.',
  ],
  rightsTitle: '4. Wie lange, und deine Rechte',
  rights: [
    'Anzeigen und Kontodaten bleiben, bis du sie löschst. Anfragen und Nutzungsdaten werden nach 24 Stunden gelöscht.',
    'Eine Kopie von allem: /privacy export. Berichtigen: /privacy correct. Löschen: /privacy delete. Einwilligung widerrufen: /privacy consent. Was wohin ging: /privacy receipts.',
    'Eine Einwilligung in einen KI-Partner kannst du jederzeit widerrufen, das gilt sofort. Was nur dieser Partner kann, wird dann nicht mehr angeboten; Anzeigen werden weiterhin hier gezeichnet.',
    'Du bekommst innerhalb von 30 Tagen eine Antwort (45, wo kalifornisches Recht gilt); das meiste geschieht sofort.',
  ],
  grace: (days) =>
    days === 0
      ? 'Wenn ich aus einem Workspace entfernt werde, wird alles, was zu ihm gehört, sofort gelöscht.'
      : `Wenn ich aus einem Workspace entfernt werde, wird alles, was zu ihm gehört, nach ${count(days, 'Tag', 'Tagen')} gelöscht, es sei denn, ich werde wieder eingeladen.`,
  contact: (address) => `Das Datenschutz-Team: ${address}`,
  noContact: 'Das Datenschutz-Team: Frag, wer diesen Bot in deinem Workspace betreibt.',
};
