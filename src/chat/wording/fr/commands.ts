/** French: the words of commands. */
import type { CommandWords } from '../command-words.ts';

export const commands: CommandWords = {
  commands: {
    ad: 'Créer une annonce à partir d’une photo de produit',
    privacy: 'Vos données : voir, emporter, corriger, effacer',
    account: 'Votre compte : l’ouvrir dans le portail, relier des applications de chat',
  },
  subcommands: {
    generate: {
      name: 'créer',
      description: 'Créer une annonce avec des photos et une phrase',
      takes: 'ce que l’annonce doit dire',
    },
    list: {
      name: 'liste',
      description: 'Voir ce que vous avez créé, aussi par mots ou seulement ici',
      takes: 'des mots, ou : here',
    },
    show: {
      name: 'afficher',
      description: 'Faire revenir une annonce, avec ses fichiers et ses boutons',
      takes: 'des mots de l’annonce',
    },
    cancel: { name: 'annuler', description: 'Arrêter une annonce qui n’est pas encore terminée' },
    brand: { name: 'marques', description: 'Vos kits de marque : logo, couleurs, textes' },
    products: { name: 'produits', description: 'Les produits que vous avez enregistrés' },
    settings: { name: 'réglages', description: 'Langue, qui voit les résultats, d’abord des idées ou tout d’un coup' },
    privacy: {
      name: 'confidentialité',
      description: 'Vos données : voir, emporter, corriger, effacer',
      takes: 'status, export, delete, …',
    },
    account: {
      name: 'compte',
      description: 'Votre compte : l’ouvrir dans le portail, relier des applications de chat',
      takes: 'register ou link',
    },
    admin: { name: 'admin', description: 'Pour les admins : qui peut utiliser le bot, stockage, annonces en cours' },
    help: { name: 'aide', description: 'Comment créer une annonce' },
  },
  actions: { 'ad-from-message': 'En faire une annonce' },
  options: {
    photo: { name: 'photo', description: 'Une photo du produit', another: 'Une autre photo du produit' },
    brief: { name: 'texte', description: 'Que doit dire l’annonce ?' },
    where: { name: 'où', description: 'Où sera-t-elle diffusée ? Sans réponse, tous les formats' },
    video: { name: 'vidéo', description: 'Aussi des vidéos' },
    language: { name: 'langue', description: 'Langue de l’annonce ; sans réponse, celle de votre texte' },
    onlyMe: { name: 'moi-uniquement', description: 'Le résultat n’est visible que par vous' },
    words: { name: 'mots' },
  },
};
