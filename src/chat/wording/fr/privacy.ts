/** French: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes, list, plural } = inLocale('fr');
const count = (value: number, one: string, other: string): string => `${number(value)} ${plural(value, { one, other })}`;
const moments = new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: 'les textes',
  stills: 'les images',
  clips: 'les clips vidéo',
  transitions: 'les transitions',
};
const fields: Record<Disclosed, string> = {
  picture: 'l’image du produit sans ses métadonnées',
  colours: 'les couleurs de l’image',
  prompt: 'les mots de votre texte',
};

const requestKinds: Record<PrivacyRequestKind, string> = {
  export: 'Exportation',
  erase: 'Suppression',
  correct: 'Rectification',
};

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `la copie y disparaît le ${moment(lapses)}` : 'la copie s’y trouve encore';
    case 'removed':
      return 'la copie n’y est plus';
    case 'unknown':
      return 'on ne sait pas si une copie s’y trouve';
    default:
      return neverHere(state);
  }
}

export const privacy: Wording['privacy'] = {
  commands: {
    status: { name: 'aperçu', description: 'Ce qui est conservé de vous, et où' },
    policy: { name: 'politique', description: 'La politique de confidentialité, dans votre langue' },
    partners: { name: 'partenaires', description: 'Les partenaires d’IA, et ce que chacun recevrait' },
    consent: { name: 'consentement', description: 'Donner votre accord à un partenaire, ou le retirer' },
    receipts: { name: 'reçus', description: 'Ce qui a été transmis, à qui, et ce qui a été effacé' },
    export: { name: 'exporter', description: 'Une copie de tout ce qui est conservé de vous' },
    correct: { name: 'corriger', description: 'Corriger ce qui est faux' },
    delete: { name: 'supprimer', description: 'Supprimer une partie ou la totalité de vos données' },
  },
  more: 'Voir aussi : /privacy policy, partners, consent, receipts, export, correct, delete.',

  statusTitle: 'Ce qui est conservé de vous ici',
  statusNone: 'Rien de vous n’est conservé ici.',
  ads: (ads, files, size) =>
    `${count(ads, 'annonce', 'annonces')} avec ${count(files, 'fichier', 'fichiers')} (${megabytes(size)}), jusqu’à ce que vous les supprimiez`,
  photos: (photos) =>
    `${count(photos, 'photo de produit, conservée', 'photos de produits, conservées')} comme vous l’avez choisi`,
  products: (products) => count(products, 'produit enregistré', 'produits enregistrés'),
  requests: (requests) => `${count(requests, 'demande', 'demandes')} des dernières 24 heures`,
  settings: 'votre identifiant dans cet espace de travail, et vos réglages',
  usageNone: 'Aucune donnée d’utilisation n’est conservée : ni adresses, ni journaux de navigateur, ni durées.',
  usageOldest: (date) =>
    `La donnée d’utilisation la plus ancienne est du ${moment(date)} ; elle disparaît 24 heures après ce moment.`,
  stores: (database, media, keys, sandbox) =>
    `Où : les enregistrements dans ${database}, les fichiers chiffrés dans ${media}, les clés à l’écart des deux dans ${keys}. Les photos sont ouvertes dans un bac à sable de niveau « ${sandbox} », qui disparaît après chaque tâche.`,
  partnersNone: 'Aucun partenaire d’IA n’a quoi que ce soit de vous.',
  partnersHave: (names) => `Ces partenaires ont reçu quelque chose de vous : ${list(names)}. Voir /privacy receipts.`,

  partnersTitle: 'Partenaires d’IA',
  partnersIntro:
    'Les annonces sont dessinées ici. Un partenaire ne reçoit quelque chose que si vous avez donné votre accord à ce partenaire précis, et uniquement pour l’annonce en cours.',
  partner: (partner) =>
    `${partner.name} (${partner.company}, ${partner.country}), pour ${list(partner.uses.map((use) => uses[use]))}. Ce partenaire recevrait ${list(partner.gets.map((field) => fields[field]))}, et rien d’autre.`,
  keeps: (days) =>
    days === null
      ? 'La durée pendant laquelle il garde une copie n’est pas documentée.'
      : `Il garde une copie pendant ${count(days, 'jour', 'jours')}.`,
  notReady: 'Pas connecté ici, il ne reçoit donc rien.',
  agreed: 'Vous avez donné votre accord.',
  notAgreed: 'Vous n’avez pas donné votre accord.',
  allow: (name) => `Accepter ${name}`,
  withdraw: (name) => `Retirer l’accord : ${name}`,
  withdrawAll: 'Retirer tous mes accords',
  consentSaved: (name) => `Vous avez accepté ${name}. Vous pouvez retirer cet accord à tout moment avec /privacy consent.`,
  withdrawn: (names) =>
    `Accord retiré : ${list(names)}. Plus rien n’y est envoyé ; les annonces en cours continuent sans ${plural(names.length, { one: 'ce partenaire', other: 'ces partenaires' })}, dessinées ici. Ce qui a été envoyé auparavant figure dans /privacy receipts.`,
  unknownPartner: 'Ce partenaire n’est plus connu ici.',

  receiptsTitle: 'Ce qui a été transmis, et à qui',
  receiptsNone: 'Rien de vous n’a été transmis à un partenaire.',
  disclosure: (partner, given, bytes, at, copy) =>
    `${moment(at)}, ${partner} : ${list(given.map((field) => fields[field]))}, ${count(bytes, 'octet', 'octets')} ; ${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: 'Vos demandes',
  request: (kind, at, state, due) => {
    const what = requestKinds[kind];
    const how =
      state === 'open'
        ? `en cours, à achever avant le ${moment(due)}`
        : state === 'owed'
          ? 'terminée ici, la plateforme de discussion doit encore suivre'
          : 'terminée';
    return `${what} du ${moment(at)} : ${how}`;
  },

  exportTitle: 'Une copie de tout ce qui est conservé de vous',
  exportText:
    'Je la place dans un zip avec des pages que vous pouvez lire sans moi, et je l’envoie uniquement à vous, par message privé. Les copies volumineuses arrivent en plusieurs parties.',
  exportButton: 'Créer la copie',
  exportStarted: 'Je rassemble votre copie. Elle arrive par message privé.',
  exportReady: 'Voici la copie de tout ce qui est conservé de vous. Ouvrez-y index.html.',
  exportParts: (parts) =>
    `Elle arrive en ${count(parts, 'partie', 'parties')} ; chacune s’ouvre séparément, index.html est dans la première.`,
  exportSplit: (names) =>
    `Certains fichiers dépassent ce que cette plateforme accepte et sont découpés en morceaux (${list(names)}) ; README.txt explique comment les réunir.`,
  exportNeedsDirect:
    'J’envoie la copie par message privé, mais vous ne me permettez pas de vous écrire. Autorisez mes messages privés, puis redemandez-la.',
  exportFailed: 'La copie n’a pas pu être remise. Redemandez-la : /privacy export.',

  correctTitle: 'Corriger ce qui est faux',
  correctLines: [
    'Votre adresse e-mail et votre mot de passe : la page « Compte » du portail (/account). Ou par e-mail à l’équipe chargée de la confidentialité.',
    `Les mots d’une annonce, son prix et son style : appuyez sur « ${buttons.editText} » au-dessous. Les anciennes versions peuvent être supprimées.`,
    'Ce que dit une marque (nom, couleurs, bouton, mentions, ton), et son logo : /ad brand.',
    `Un produit enregistré (nom, prix, lien) : supprimez-le dans /ad products, puis enregistrez-le à nouveau avec « ${buttons.more} » sous une annonce.`,
    'Langue, qui voit les résultats, et conservation des photos : /ad settings.',
    'Ce que vous remplacez ou supprimez disparaît : la clé qui le chiffrait est détruite.',
    'Votre nom et votre image appartiennent à cette application ; je ne les conserve pas.',
  ],

  deleteTitle: 'Supprimer mes données',
  deleteSubmit: 'Supprimer',
  deleteWhat: 'Que faut-il supprimer ?',
  deleteHint: 'Cette action est définitive. Vous recevez un reçu signé.',
  deleteEverything: 'Tout ce qui est à moi dans cet espace de travail',
  deleteAccount: 'Tout mon compte, dans chaque application de chat',
  deletePhotos: 'Toutes mes photos et tous mes produits enregistrés',
  deleteProduct: (name) => `Produit : ${name}`,
  deleteAd: (title) => `Annonce : ${title}`,
  deleteHeld: (ads, photos, products) =>
    `Ce qui est conservé de vous : ${count(ads, 'annonce', 'annonces')}, ${count(photos, 'photo', 'photos')}, ${count(products, 'produit enregistré', 'produits enregistrés')}. Les kits de marque appartiennent à l’espace de travail et restent. Ce que vous avez dit sur les annonces d’autres personnes reste avec ces annonces.`,
  deleteShared: 'Mes annonces qui sont dans des canaux',
  deleteSharedNo: 'Les supprimer aussi',
  deleteSharedYes: 'Les céder à l’espace de travail',
  deleteMissing: 'Veuillez choisir ce qu’il faut supprimer.',
  deleteNothing: 'Rien de cela n’est conservé de vous.',
  deleteStarted: (id) =>
    `Je procède à la suppression. D’abord les clés, pour que plus personne ne puisse rien lire, puis les octets. Votre demande porte le numéro ${id}.`,

  erasedMeanwhile:
    'J’étais en train de supprimer vos données quand vous avez demandé cela ; je n’en ai donc rien fait. Si vous le souhaitez toujours, demandez-le à nouveau.',

  receiptTitle: 'Supprimé',
  addendumTitle: 'Supprimé ailleurs aussi',
  removed(scope, of) {
    const what = [
      of.ads > 0 && count(of.ads, 'annonce', 'annonces'),
      of.files > 0 && count(of.files, 'fichier', 'fichiers'),
      of.photos > 0 && count(of.photos, 'photo', 'photos'),
      of.products > 0 && count(of.products, 'produit enregistré', 'produits enregistrés'),
      (scope === 'workspace' || scope === 'account') && 'l’indication de qui vous êtes ici',
    ].filter((part) => part !== false);
    const given =
      of.handedOver > 0
        ? ` ${count(of.handedOver, 'annonce a été cédée', 'annonces ont été cédées')} à l’espace de travail.`
        : '';
    return `Supprimé : ${what.length > 0 ? list(what) : 'il ne restait rien'}.${given}`;
  },
  /** Whatever it is, it is masculine. */
  remote(item) {
    const what = {
      messages: count(item.count, 'message', 'messages'),
      files: count(item.count, 'fichier', 'fichiers'),
      inputs: count(item.count, 'élément transmis', 'éléments transmis'),
    }[item.what];
    const remove = plural(item.count, { one: 'le supprimer', other: 'les supprimer' });
    const yourself = plural(item.count, {
      one: 'veuillez l’y supprimer vous-même',
      other: 'veuillez les y supprimer vous-même',
    });
    const gone = plural(item.count, { one: 'supprimé', other: 'supprimés' });
    switch (item.state) {
      case 'done':
        return `${what} sur ${item.system} : ${gone}`;
      case 'outstanding':
        return `${what} sur ${item.system} : suppression en cours${item.lapses ? ` ; je continue d’essayer jusqu’au ${moment(new Date(item.lapses))}` : ''}`;
      case 'lapsed':
        return `${what} sur ${item.system} : hors d’atteinte pendant 30 jours ; ${yourself}`;
      case 'impossible':
        return `${what} sur ${item.system} : la plateforme ne m’a pas laissé ${remove} ; ${yourself}`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until) =>
    `Ce que des sauvegardes en contiennent encore ne peut plus être lu. Si l’exploitant garde ailleurs une copie des clés, elle est remplacée sous un jour : cela vaut alors à partir du ${moment(until)}.`,
  receiptCheck: 'Le reçu signé ; il se vérifie avec la clé de l’exploitant, et il ne contient aucune donnée personnelle :',

  acceptTitle: 'Avant la première annonce',
  accept:
    'Ce que je conserve : votre identifiant ici, vos annonces jusqu’à ce que vous les supprimiez, votre demande pendant 24 heures. Rien n’est transmis à un partenaire d’IA sauf si vous y consentez. En envoyant ce formulaire, vous acceptez cette conservation ; /privacy affiche, exporte et supprime tout cela.',
  acceptFirst: 'Avant que je garde quoi que ce soit pour vous, acceptez-le dans /ad settings, ou avec votre première annonce.',
  acceptAgain: 'Veuillez rouvrir le formulaire : on ne sait plus comment vos photos doivent être conservées.',

  policyTitle: 'Politique de confidentialité',
  policyVersion: (version) => `Version : ${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy: Wording['policy'] = {
  collectTitle: '1. Ce qui est recueilli',
  classes: {
    identity:
      'Votre identifiant et celui de votre espace de travail sur cette plateforme, vos réglages et, si vous êtes inscrit, votre adresse e-mail et votre mot de passe : pour savoir à qui sont les annonces, jusqu’à ce que vous les supprimiez.',
    token:
      'Les données d’accès avec lesquelles je m’adresse à un espace de travail qui m’a installé, et la personne qui m’a installé : jusqu’à ce que j’en sois retiré.',
    photo:
      'Les photos de produits, redressées et sans aucune métadonnée : pour dessiner vos annonces ; elles disparaissent une fois l’annonce créée, sauf si vous avez choisi de les garder pour des modifications ultérieures.',
    ad: 'Vos annonces : texte de la demande, mots, style, images, vidéos, et où elles ont été publiées : jusqu’à ce que vous les supprimiez.',
    product: 'Les produits que vous avez enregistrés : nom, prix, lien et photos : jusqu’à ce que vous les supprimiez.',
    brand:
      'Les kits de marque : nom, logo, couleurs, textes : ils appartiennent à l’espace de travail, jusqu’à ce qu’il les supprime.',
    posted:
      'Les messages et fichiers que j’ai publiés ici pour vous : tant que la plateforme les conserve, ou jusqu’à ce que vous supprimiez l’annonce.',
    keys: 'Les clés avec lesquelles tout cela est chiffré, conservées à l’écart : en détruire une rend illisible, dans toutes les copies, ce qu’elle chiffre.',
    request: 'Ce que vous avez demandé, mot pour mot, pour que rien ne soit perdu ni fait deux fois : 24 heures au plus.',
    usage:
      'Quand vous m’avez utilisé, pour quoi et combien de temps, et sur les pages web votre adresse et votre navigateur : seulement pour la sécurité et les limites, effacé après 24 heures.',
    consent:
      'Les partenaires auxquels vous avez donné votre accord, et quand : pour ne rien envoyer sans votre consentement, jusqu’à ce que vous supprimiez cette information.',
    disclosure:
      'Ce qui a été transmis à un partenaire, quand et en quelle quantité : pour que vous puissiez le consulter, jusqu’à ce que vous supprimiez cette information.',
    rights:
      'Le fait que vous avez demandé une copie, une rectification ou une suppression, avec les dates et heures, et un reçu qui ne nomme personne.',
  },
  protectTitle: '2. Comment c’est protégé',
  protect: [
    'Tout circule par TLS. Les mots et les fichiers sont chiffrés là où ils sont stockés, ceux de chaque personne avec une clé qui lui est propre.',
    'Les mots de passe ne sont conservés que sous forme de hachages bcrypt.',
    'Les photos sont ouvertes dans un processus isolé, sans réseau ni fichiers, neuf pour chaque tâche et disparu après elle.',
  ],
  shareTitle: '3. Partenaires d’IA',
  share: [
    'Rien de vous n’est vendu, loué ni échangé. Un partenaire ne reçoit quelque chose que si vous avez donné votre accord à ce partenaire précis : l’image sans métadonnées, ses couleurs et les mots de votre texte.',
    'Les partenaires n’ont pas le droit de s’en servir pour un entraînement, ni de le transmettre, ni de le garder pour eux ; l’exploitant doit le confirmer avant qu’un partenaire soit utilisé.',
  ],
  rightsTitle: '4. Combien de temps, et vos droits',
  rights: [
    'Les annonces et les données de compte restent jusqu’à ce que vous les supprimiez. Les demandes et les données d’utilisation disparaissent après 24 heures.',
    'Une copie de tout : /privacy export. Corriger : /privacy correct. Supprimer : /privacy delete. Retirer un consentement : /privacy consent. Ce qui a été transmis, et où : /privacy receipts.',
    'Le consentement à un partenaire IA peut être retiré à tout moment, avec effet immédiat. Ce que seul ce partenaire sait faire n’est alors plus proposé ; les annonces continuent d’être dessinées ici.',
    'Vous recevez une réponse dans les 30 jours (45 lorsque le droit californien s’applique) ; l’essentiel se fait immédiatement.',
  ],
  grace: (days) =>
    days === 0
      ? 'Quand je suis retiré d’un espace de travail, tout ce qui s’y rapporte est effacé immédiatement.'
      : `Quand je suis retiré d’un espace de travail, tout ce qui s’y rapporte est effacé après ${count(days, 'jour', 'jours')}, sauf si l’on m’invite à nouveau.`,
  contact: (address) => `L’équipe chargée de la confidentialité : ${address}`,
  noContact:
    'L’équipe chargée de la confidentialité : adressez-vous à la personne qui exploite ce bot dans votre espace de travail.',
};
