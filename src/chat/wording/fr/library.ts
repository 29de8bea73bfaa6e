/** French: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { number, day, plural, size, list } = inLocale('fr');

export const approval: Wording['approval'] = {
  askTitle: 'Demander l’approbation',
  askSubmit: 'Demander',
  approver: 'Qui doit l’approuver ?',
  approverHint: 'Cette personne reçoit un message avec deux boutons. Toute modification relance la demande.',
  nobody: 'Veuillez choisir une personne.',
  changesTitle: 'Demander des retouches',
  changesSubmit: 'Envoyer',
  note: 'Que faut-il changer ?',
  noteMissing: 'Dites en quelques mots ce qu’il faut changer.',
  closed:
    'Je ne peux pas écrire directement à cette personne : elle ne le permet pas. Personne n’a été sollicité. Demandez-lui d’autoriser mes messages directs, ou partagez l’annonce dans un canal et demandez là-bas.',
  notThere:
    'Cette personne ne voit pas le canal où se trouve l’annonce. Personne n’a été sollicité. Invitez-la dans ce canal ou demandez à quelqu’un d’autre.',
  notYou: 'C’est à quelqu’un d’autre que l’approbation de cette annonce a été demandée.',
  asked: ' : ',
  asks: ' demande si cette annonce peut être diffusée.',
  asksPlain: 'On vous demande si une annonce peut être diffusée.',
  approve: 'Approuver',
  requestChanges: 'Demander des retouches',
  status(state) {
    switch (state) {
      case 'asked':
        return 'En attente de l’approbation de';
      case 'approved':
        return 'Approuvée par';
      case 'changes':
        return 'Retouches demandées par';
      default:
        return neverHere(state);
    }
  },
};

const fieldNames: Record<TextField, string> = { primary: 'Texte principal', headline: 'Titre', description: 'Description' };

export const pack: Wording['pack'] = {
  title: (headline) => (headline ? `Fichiers de « ${headline} »` : 'Fichiers de cette annonce'),
  below: 'Les fichiers sont dans le fil de ce message. Les textes sont prêts à copier :',
  field: (field, count, most) =>
    `${fieldNames[field]}, ${number(count)} sur ${number(most)} caractères${count > most ? ' : trop long, raccourcissez-le' : ''}`,
  others: (count) =>
    plural(count, {
      one: 'Les textes pour un autre emplacement sont dans texts.txt.',
      other: `Les textes pour ${number(count)} autres emplacements sont dans texts.txt.`,
    }),
  offer: 'Offre',
  points: 'Points forts',
  button: 'Bouton',
  altText: 'Texte alternatif, pour les personnes qui ne peuvent pas voir l’image',
  smaller: (count, mostBytes) =>
    `${plural(count, { one: 'Un fichier arrive', other: `${number(count)} fichiers arrivent` })} avec moins de détails, car un message privé accepte des fichiers de ${size(mostBytes)} au plus.`,
  tooLarge: (names) =>
    `Trop volumineux pour être envoyé, même réduit : ${list(names)}. Demandez-le à la personne qui m’exploite.`,
};

export const proposals: Wording['proposals'] = {
  title: 'Trois idées. Laquelle dois-je créer dans tous les formats ?',
  line: (number, look, headline) => `${number} ${look} : ${headline}`,
  use: (number) => `Choisir ${number}`,
  others: 'Autres idées',
  altText: 'Trois annonces côte à côte, numérotées de 1 à 3, chacune avec son style et son titre',
};

export const ownAds: Wording['ownAds'] = {
  title: 'Vos annonces',
  empty: 'Vous n’avez pas encore créé d’annonce. Tapez /ad et une phrase pour créer la première.',
  none: 'Aucune de vos annonces n’y correspond. Tapez /ad list pour les voir toutes.',
  nothingOpen: 'Rien n’est en cours pour vous en ce moment.',
  line: (place, title, version, state, made) =>
    `${place}. ${title}${version > 1 ? `, version ${number(version)}` : ''} : ${state}, ${day(made)}`,
  more: (count) =>
    `Et ${plural(count, { one: `${number(count)} autre`, other: `${number(count)} autres` })}. Ajoutez des mots pour préciser : /ad list café`,
  show: (number) => `Afficher ${number}`,
  cancel: (number) => `Annuler ${number}`,
  state(state) {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return 'en cours';
      case 'choosing':
        return 'attend que vous choisissiez une idée';
      case 'delivered':
      case 'showing':
        return 'terminée';
      case 'failed':
        return 'échouée';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return 'arrêtée';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform: Wording['platform'] = {
  notHere:
    'Je ne peux pas travailler ici : je ne pourrais pas publier le résultat. Utilisez-moi sur un serveur où j’ai été ajouté, ou écrivez-moi directement.',
  buttonTooOld: 'Ce bouton est trop ancien, je ne sais plus à quoi il servait. Tapez /ad generate pour recommencer.',
  formLost:
    'J’ai redémarré pendant que votre formulaire était ouvert, rien n’a donc été lancé. Tapez /ad generate pour recommencer. Votre texte était :',
  openForm: 'Ouvrir le formulaire',
  backToForm: 'Revenir au formulaire',
  makeAd: 'Créer une annonce',
  picturesFound: (count) =>
    plural(count, {
      one: 'Voulez-vous une annonce à partir de cette photo ?',
      other: `Voulez-vous une annonce à partir de ces ${number(count)} photos ?`,
    }),
  confirm: { text: 'Cette action est définitive.', yes: 'Oui', no: 'Non' },
};
