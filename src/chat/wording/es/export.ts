/** Spanish: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';
import type { Wording } from '../wording.ts';

type Category = Exclude<Entry['category'], 'media'>;

const moments = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const categories: Record<Category, string> = {
  account: 'Quién eres aquí, y tus ajustes',
  identities: 'Tus identificadores',
  consents: 'Para qué diste tu consentimiento, y cuándo',
  ads: 'Tus anuncios: texto de la solicitud, palabras, estilo',
  products: 'Productos que guardaste',
  brands: 'Marcas que creaste',
  disclosures: 'Qué se envió a socios',
  requests: 'Lo que pediste en las últimas 24 horas',
  usage: 'Datos de uso de las últimas 24 horas',
  messages: 'Dónde se publicaron tus anuncios',
};

export const exportPage: Wording['exportPage'] = {
  title: 'Todo lo que se guarda de ti',
  made: (date) => `Copia creada el ${moments.format(date)} UTC.`,
  parts:
    'Si la copia llegó en varias partes, descomprímelas todas en una misma carpeta, para que se encuentren todas las imágenes.',
  records: 'Registros',
  categories,
  ads: 'Tus anuncios',
  photo: 'La foto del producto, tal como se guarda',
  leftOut: 'Qué no está incluido, y por qué',
  readme: [
    'Esta es una copia de todo lo que Adwright guarda de ti.',
    '',
    'Abre index.html en un navegador; no hace falta conexión.',
    'Los archivos .json y .jsonl son para programas; la carpeta schema indica qué contienen.',
    'manifest.json enumera todos los archivos con su SHA-256; manifest.sig es su firma (Ed25519) por parte del operador.',
    'Si la copia llegó en varias partes, descomprímelas todas en la misma carpeta.',
    'Un archivo cortado en trozos (.001, .002, etc.) se une con: cat FILE.0* > FILE   o en Windows: copy /b FILE.001+FILE.002 FILE',
  ],
};
