/** French: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';
import type { Wording } from '../wording.ts';

type Category = Exclude<Entry['category'], 'media'>;

const moments = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const categories: Record<Category, string> = {
  account: 'Qui vous êtes ici, et vos réglages',
  identities: 'Vos identifiants',
  consents: 'Ce à quoi vous avez consenti, et quand',
  ads: 'Vos annonces : texte de la demande, mots, style',
  products: 'Les produits que vous avez enregistrés',
  brands: 'Les marques que vous avez créées',
  disclosures: 'Ce qui a été transmis à des partenaires',
  requests: 'Ce que vous avez demandé au cours des dernières 24 heures',
  usage: 'Données d’utilisation des dernières 24 heures',
  messages: 'Où vos annonces ont été publiées',
};

export const exportPage: Wording['exportPage'] = {
  title: 'Tout ce qui est conservé de vous',
  made: (date) => `Copie créée le ${moments.format(date)} UTC.`,
  parts:
    'Si la copie est arrivée en plusieurs parties, décompressez-les toutes dans un même dossier, pour que chaque image soit trouvée.',
  records: 'Enregistrements',
  categories,
  ads: 'Vos annonces',
  photo: 'La photo du produit, telle qu’elle est conservée',
  leftOut: 'Ce qui n’est pas inclus, et pourquoi',
  readme: [
    'Ceci est une copie de tout ce qu’Adwright conserve de vous.',
    '',
    'Ouvrez index.html dans un navigateur ; aucune connexion n’est nécessaire.',
    'Les fichiers .json et .jsonl sont destinés aux programmes ; le dossier schema indique ce qu’ils contiennent.',
    'manifest.json énumère tous les fichiers avec leur SHA-256 ; manifest.sig en est la signature (Ed25519) par l’exploitant.',
    'Si la copie est arrivée en plusieurs parties, décompressez-les toutes dans le même dossier.',
    'Un fichier découpé en morceaux (.001, .002, etc.) se réunit avec : cat FILE.0* > FILE   ou sous Windows : copy /b FILE.001+FILE.002 FILE',
  ],
};
