/** German: accounts, as they are spoken of in a chat. */
import type { Wording } from '../wording.ts';

export const account: Wording['account'] = {
  commands: {
    register: { name: 'anmelden', description: 'Dein privater Link zum Portal: Daten ansehen, mitnehmen, löschen' },
    link: {
      name: 'verbinden',
      description: 'Hier und in einer anderen Chat-App als eine Person gelten',
      takes: 'der Code von dort',
    },
  },
  title: 'Dein Konto',
  linkText: 'Dieser private Link öffnet dein Konto im Browser. Er gilt einmal, 15 Minuten lang. Gib ihn niemandem.',
  linkLabel: 'Mein Konto öffnen',
  noPortal: 'Hier ist kein Portal eingerichtet, und es geht auch ohne. All das kannst du in diesem Chat tun:',
  inChat: [
    'Ansehen, was über dich gespeichert ist: /privacy status',
    'Eine Kopie mitnehmen: /privacy export',
    'Berichtigen: /privacy correct',
    'Löschen: /privacy delete',
    'In KI-Partner einwilligen: /privacy consent',
    'Mit einer anderen Chat-App verbinden: /account link',
  ],
  codeTitle: 'Zwei Identitäten verbinden',
  codeText: 'Tippe dies innerhalb von 15 Minuten in der anderen Chat-App. Komm dann zurück und drücke „Hier verbinden“.',
  joinHere: 'Hier verbinden',
  codeWrong: 'Dieser Code ist unbekannt oder zu alt. Tippe in der anderen Chat-App /account link für einen neuen.',
  met: (platform) =>
    `Der Code stammt von jemandem auf ${platform}. Verbinde nur, wenn du das selbst bist: Beide werden ein Konto und sehen die Anzeigen und Daten des anderen.`,
  metYes: 'Das bin ich',
  metDone: 'Gut. Drücke jetzt in der anderen Chat-App „Hier verbinden“.',
  waiting:
    'Noch hat niemand den Code getippt. Tippe ihn zuerst in der anderen Chat-App und bestätige dort, dann drücke hier noch einmal.',
  joined: 'Verbunden. Beide Identitäten sind jetzt ein Konto.',
  joinGone: 'Dieser Code ist zu alt oder schon verwendet. Tippe /account link für einen neuen.',
  oneStays:
    'Beide haben schon eine E-Mail-Adresse und ein Passwort. Die der anderen Chat-App bleiben; die bisher hier benutzten werden gelöscht.',
  joinedOne:
    'Verbunden. Beide Identitäten sind jetzt ein Konto. Melde dich im Portal mit der E-Mail-Adresse an, die zu dieser Chat-App gehörte.',
  mailEnded:
    'Eine Datenschutz-Anfrage, die per E-Mail kam und unter der anderen Adresse wartete, ist beendet; es wurde nichts getan. Wenn du sie noch möchtest, schreib noch einmal von der Adresse, die bleibt.',
};
