/** French: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, moment } = inLocale('fr');

export const team: Wording['team'] = {
  notForYou:
    'Je ne vous suis pas encore ouvert, rien n’a donc été créé. Demandez à un admin de cet espace de travail de m’ouvrir à vous : /ad admin',
  notHere:
    'Je ne suis pas ouvert dans ce canal, rien n’a donc été créé. Tapez /ad dans un autre, ou demandez à un admin de cet espace de travail de m’ouvrir ici : /ad admin',
  notAdmin: 'C’est réservé aux admins de cet espace de travail, dans l’un de ses canaux.',
  stopped: 'Arrêté. La personne qui l’avait demandé est prévenue.',
  removed: 'Supprimé. La personne qui l’avait demandé est prévenue.',
  stoppedForYou: (title) =>
    `Un admin de votre espace de travail a arrêté votre annonce « ${title} ». Rien de plus n’en sera fait.`,
  removedForYou: (title) => `Un admin de votre espace de travail a supprimé votre annonce « ${title} ».`,
  storageNearlyFull: (percent) =>
    `L’espace de stockage de cet espace de travail est plein à ${number(percent)} %. Supprimez les annonces devenues inutiles : /ad list`,
  storageFull: (mostMb) =>
    `L’espace de stockage de cet espace de travail est plein (${number(mostMb)} Mo), rien n’a donc été créé. Supprimez les annonces devenues inutiles : tapez /ad list, appuyez sur « Afficher 1 », puis « ${buttons.more} » et « ${buttons.remove} ». Les admins les voient toutes avec /ad admin.`,
  makeOwn: 'En faire la mienne',
  photosOfCopy: (count) =>
    count === 0
      ? 'La photo de cette annonce a été oubliée ensuite. Ajoutez-en une, s’il vous plaît.'
      : 'Les photos de cette annonce sont reprises. Si vous en ajoutez, les vôtres passent d’abord.',
  copyWithoutPhotos: `Les photos de cette annonce n’existent plus. Appuyez sur « ${buttons.retry} » et ajoutez-en une ; rien n’a encore été créé.`,
};

export const admin: Wording['admin'] = {
  title: 'Le bot dans cet espace de travail',
  rules({ are, everywhere, openAds }) {
    const who = {
      everyone: 'Tout le monde peut m’utiliser',
      admins: 'Seuls les admins peuvent m’utiliser',
      chosen: 'Les admins et les personnes choisies peuvent m’utiliser',
    };
    const where = everywhere ? 'dans tous les canaux' : 'dans certains canaux';
    return `${who[are]}, ${where}. Annonces en cours par personne : ${number(openAds)} au plus.`;
  },
  storage: ({ usedMb, mostMb, percent }) => `Stockage : ${number(usedMb)} sur ${number(mostMb)} Mo (${number(percent)} %).`,
  underWay: 'En cours',
  nothing: 'Rien n’est en cours de création.',
  finished: 'Terminées récemment',
  privateAd: 'annonce privée',
  line: (at, title, state, asked) => `${at}. ${title} : ${state}, ${moment(asked)} UTC`,
  inLine: (place) => `place ${number(place)} dans la file`,
  more: (count) => `Et ${number(count)} de plus.`,
  change: 'Modifier les règles',
  stop: (at) => `Arrêter ${at}`,
  remove: (at) => `Supprimer ${at}`,

  formTitle: 'Règles',
  save: 'Enregistrer',
  saved: 'Enregistré. Ces règles valent partout en moins d’une minute.',
  who: 'Qui peut m’utiliser ?',
  whoOption(who) {
    switch (who) {
      case 'everyone':
        return 'Tout le monde ici';
      case 'admins':
        return 'Seulement les admins';
      case 'chosen':
        return 'Les admins et les choix ci-dessous';
      default:
        return neverHere(who);
    }
  },
  chosen: 'Personnes qui peuvent m’utiliser',
  chosenWithRoles: 'Personnes et rôles autorisés',
  chosenHint: 'Seulement avec la troisième réponse ci-dessus.',
  chosenMissing: 'Choisissez au moins une personne ou un rôle.',
  channels: 'Canaux où demander des annonces',
  channelsHint: 'Vide : tous. Un fil compte comme son canal.',
  openAds: 'Annonces en cours par personne',
  openAdsHint: (least, most) => `Un nombre de ${least} à ${most}.`,
  openAdsWrong: (least, most) => `Saisissez un nombre de ${least} à ${most}.`,
  storageMb: 'Stockage en mégaoctets',
  storageHint: (mostMb) => `Vide : ${number(mostMb)}, le maximum permis ici.`,
  storageWrong: 'Saisissez un nombre entier, sans point ni virgule, ou laissez vide.',
};

export const welcome: Wording['welcome'] = {
  hello: 'Bonjour ! À partir d’une photo de produit et d’une phrase, je crée des annonces terminées, dans tous les formats.',
  steps: [
    '1. Invitez-moi dans un canal où créer des annonces.',
    '2. Créez-y la première annonce : /ad',
    '3. Donnez-moi votre marque : /ad brand',
    '4. Dites qui peut m’utiliser, et où : /ad admin',
  ],
  sample: 'Créer une annonce d’exemple',
  sampleBrief: 'Café cold brew Fjord, doux et jamais amer. 19,90 € au lieu de 24,90 €',
  samplePhoto: 'J’utilise ma propre photo d’exemple. Ajoutez une photo pour montrer plutôt votre produit.',
};
