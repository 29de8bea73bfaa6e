/** French: accounts, as they are spoken of in a chat. */
import type { Wording } from '../wording.ts';

export const account: Wording['account'] = {
  commands: {
    register: { name: 'inscription', description: 'Votre lien privé vers le portail : voir, emporter, supprimer vos données' },
    link: { name: 'relier', description: 'Relier ce compte à une autre application de chat', takes: 'le code affiché là-bas' },
  },
  title: 'Votre compte',
  linkText:
    'Ce lien privé ouvre votre compte dans un navigateur. Il fonctionne une seule fois, pendant 15 minutes. Ne le donnez à personne.',
  linkLabel: 'Ouvrir mon compte',
  noPortal: 'Aucun portail n’est ouvert ici, et il n’en faut pas. Tout peut se faire dans ce chat :',
  inChat: [
    'Voir ce qui est conservé sur vous : /privacy status',
    'Emporter une copie : /privacy export',
    'Corriger : /privacy correct',
    'Supprimer : /privacy delete',
    'Consentir aux partenaires d’IA : /privacy consent',
    'Relier à une autre application de chat : /account link',
  ],
  codeTitle: 'Relier deux identités',
  codeText: 'Dans l’autre application de chat, tapez ceci dans les 15 minutes. Revenez ensuite et appuyez sur « Relier ici ».',
  joinHere: 'Relier ici',
  codeWrong:
    'Ce code est inconnu ou trop ancien. Tapez /account link dans l’autre application de chat pour en obtenir un nouveau.',
  met: (platform) =>
    `Le code vient de quelqu’un sur ${platform}. Reliez seulement si c’est vous : les deux deviendront un seul compte, avec les annonces et les données de chacun.`,
  metYes: 'C’est moi',
  metDone: 'Bien. Appuyez maintenant sur « Relier ici » dans l’autre application de chat.',
  waiting:
    'Personne n’a encore tapé le code. Tapez-le d’abord dans l’autre application de chat et confirmez là-bas, puis appuyez de nouveau ici.',
  joined: 'C’est relié. Les deux identités forment maintenant un seul compte.',
  joinGone: 'Ce code est trop ancien ou a déjà servi. Tapez /account link pour en obtenir un nouveau.',
  oneStays:
    'Les deux ont déjà une adresse e-mail et un mot de passe. Ceux de l’autre application de chat restent ; ceux utilisés ici jusqu’à présent sont supprimés.',
  joinedOne:
    'C’est relié. Les deux identités forment maintenant un seul compte. Connectez-vous au portail avec l’adresse e-mail de cette application de chat.',
  mailEnded:
    'Une demande sur vos données, reçue par e-mail et en attente sous l’autre adresse, a pris fin sans que rien ne soit fait. Si vous la souhaitez toujours, écrivez de nouveau depuis l’adresse conservée.',
};
