/** French: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, list } = inLocale('fr');
const quoted = (words: readonly string[]): string => list(words.map((word) => `« ${word} »`));

export const brand: Wording['brand'] = {
  title: 'Kits de marque de cet espace de travail',
  none: 'Il n’y a pas encore de kit de marque. Créez-en un, et chaque annonce recevra son logo, ses couleurs et ses textes.',
  line(place, kit, used) {
    const parts = [
      kit.hasLogo && 'logo',
      kit.colours.join(' '),
      used.here && 'utilisé ici',
      used.elsewhere && 'utilisé par défaut',
    ];
    return `${place}. ${kit.name} : ${parts.filter(Boolean).join(', ') || 'textes'}`;
  },
  newKit: 'Nouveau kit de marque',
  edit: (number) => `Modifier ${number}`,
  editRest: (number) => `Suite de ${number}`,
  useHere: (number) => `Utiliser ${number} ici`,
  useUsual: 'Utiliser ici le kit habituel',
  remove: (number) => `Supprimer ${number}`,
  removeTitle: 'Supprimer ce kit de marque ?',
  removeText:
    'Son logo et tout ce qui en est enregistré seront supprimés. Les annonces terminées restent telles quelles. Cette action est définitive.',
  removeYes: 'Supprimer',
  removeNo: 'Conserver',
  saveFromAd: 'Enregistrer comme marque',

  formTitle: 'Kit de marque',
  save: 'Enregistrer',
  name: 'Nom de la marque',
  colours: 'Couleurs',
  coloursHint: 'Cinq au plus, la principale d’abord. Vide : celles du logo, sinon de chaque produit.',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: 'Logo, police',
  logoHint: 'Logo : de préférence un PNG à fond transparent. Police : TTF, OTF ou WOFF2, 5 Mo au plus.',
  logoHintKept: 'Un nouveau logo ou une nouvelle police (TTF, OTF, WOFF2, 5 Mo au plus) remplace l’ancien.',
  buttonText: 'Texte du bouton',
  webAddress: 'Adresse web',
  smallPrint: 'Mentions sous chaque annonce',
  smallPrintPlaceholder: 'Dès 18 ans. Voir conditions.',
  neverSay: 'Mots qu’aucune annonce ne doit dire',
  neverSayHint: 'Séparés par des virgules.',
  tone: 'Le ton de la marque',
  toneHint: 'Je respecte « sans point d’exclamation », « formel », « informel » ; le reste : partenaires IA.',
  tonePlaceholder: 'Chaleureux, phrases courtes, pas de blagues',
  isOpen: 'Qui peut le modifier ?',
  isOpenNo: 'Moi uniquement',
  isOpenYes: 'Tout le monde dans cet espace de travail',
  editors: 'Qui d’autre peut le modifier',
  everywhere: 'Où est-il utilisé ?',
  everywhereNo: 'Là où quelqu’un le choisit',
  everywhereYes: 'Partout où aucun autre n’est choisi',
  fontUse: 'Où utiliser la police de la marque ?',
  fontUseHeadlines: 'Les titres et les prix',
  fontUseEverything: 'Tous les textes',
  fontStays: 'La police actuelle',
  logoStays: 'Le logo actuel',
  logoKeep: 'Le garder',
  logoRemove: 'Le retirer',

  noName: 'Veuillez donner un nom.',
  noColour: (text) => `« ${text} » n’est pas une couleur que je connais. Écrivez les couleurs ainsi : #123a5a.`,
  tooManyColours: (most) => `Il y a plus de ${number(most)} couleurs ; veuillez en retirer.`,
  tooManyWords: (most) => `Il y a plus de ${number(most)} mots ; veuillez en retirer.`,
  tooLong: (most) => `C’est trop long : il y a de la place pour ${number(most)} caractères.`,

  saved: (name) => `Enregistré. « ${name} » s’applique dès la prochaine annonce ; /ad brand montre où il est utilisé.`,
  logoProblem: (reason) => `Mais je n’ai pas pu utiliser le logo : ${reason}`,
  fontProblem(problem) {
    switch (problem.kind) {
      case 'not-a-font':
        return `Mais je n’ai pas pu utiliser la police : ce n’est pas une police que je sais lire. TTF, OTF et WOFF2 conviennent.`;
      case 'several-fonts':
        return `Mais je n’ai pas pu utiliser la police : le fichier contient plusieurs polices. Choisissez-en une.`;
      case 'protected':
        return `Mais je n’ai pas pu utiliser la police : son auteur n’autorise pas son intégration. Choisissez-en une dont la licence le permet.`;
      case 'letters-missing':
        return `Mais je n’ai pas pu utiliser la police : il lui manque des lettres : ${problem.letters}.`;
      case 'too-many-bytes':
        return `Mais je n’ai pas pu utiliser la police : elle dépasse ${number(problem.limit)} Mo.`;
      case 'gone':
        return `Mais je n’ai pas pu utiliser la police : elle a été retirée avant que je puisse la prendre. Ajoutez-la de nouveau.`;
      case 'unreachable':
        return `Mais je n’ai pas pu utiliser la police : je n’ai pas eu le droit de l’ouvrir. Ajoutez-la de nouveau.`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name) => `Les annonces demandées dans ce canal sont désormais créées avec « ${name} ».`,
  usualAgain: 'Les annonces demandées dans ce canal sont de nouveau créées avec le kit de marque habituel.',
  removed: (name) => `Le kit de marque « ${name} » est supprimé.`,
  gone: 'Ce kit de marque n’existe plus : il a été supprimé. Tapez /ad brand pour voir ceux qui existent.',
  notYours:
    'Seule la personne qui a créé ce kit de marque peut le modifier ou le supprimer, ou tout le monde si elle l’autorise.',
  tooMany: (most) =>
    `Un espace de travail peut avoir ${number(most)} kits de marque. Supprimez-en un qui ne sert plus : /ad brand`,
  neverSays: (name, words) =>
    `« ${name} » ne dit jamais ${quoted(words)}, mais votre texte le fait. Appuyez sur « ${buttons.retry} » pour le modifier ; rien n’a encore été créé.`,

  kit: 'Marque',
  kitUsual: 'Celle d’usage ici',
  kitNone: 'Aucune',
};

const saveProduct = 'Enregistrer ce produit';

export const product: Wording['product'] = {
  title: 'Produits que vous avez enregistrés',
  none: `Vous n’avez pas encore enregistré de produit. Appuyez sur « ${buttons.more} » sous une annonce terminée, puis sur « ${saveProduct} ».`,
  line: (place, facts) => [`${place}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join(', '),
  remove: (number) => `Supprimer ${number}`,
  removeTitle: 'Supprimer ce produit ?',
  removeText:
    'Ce qui en est enregistré sera supprimé, photos comprises, sauf si une annonce les utilise encore. Cette action est définitive.',
  removeYes: 'Supprimer',
  removeNo: 'Conserver',
  saveFromAd: saveProduct,

  formTitle: saveProduct,
  save: 'Enregistrer',
  name: 'Nom du produit',
  price: 'Prix',
  link: 'Où le trouver ?',
  kept: 'Ses photos sont conservées jusqu’à ce que vous supprimiez le produit : /ad products',

  saved: (name) => `« ${name} » est enregistré. Le formulaire de /ad le propose désormais.`,
  removed: (name) => `Le produit « ${name} » est supprimé.`,
  gone: 'Ce produit n’existe plus : il a été supprimé. Tapez /ad products pour voir les vôtres.',
  goneForAd: `Le produit que vous aviez choisi a été supprimé. Appuyez sur « ${buttons.retry} » pour en choisir un autre ou ajouter des photos.`,
  tooMany: (most) => `Vous pouvez enregistrer ${number(most)} produits. Supprimez-en un qui ne sert plus : /ad products`,
  noPhotos:
    'La photo de cette annonce a été oubliée une fois l’annonce créée, comme vous l’aviez choisi ; il n’y a donc pas de produit à enregistrer.',

  field: 'Un de vos produits',
  fieldNone: 'Aucun, j’ajoute des photos',
  each: 'Plusieurs photos',
  eachNo: 'Une annonce avec toutes',
  eachYes: 'Une annonce pour chacune',
};
