/** Spanish: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes, list, plural } = inLocale('es');
const count = (value: number, one: string, other: string): string => `${number(value)} ${plural(value, { one, other })}`;
const moments = new Intl.DateTimeFormat('es', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: 'textos',
  stills: 'imágenes',
  clips: 'clips de video',
  transitions: 'transiciones',
};
const fields: Record<Disclosed, string> = {
  picture: 'la imagen del producto sin sus metadatos',
  colours: 'los colores de la imagen',
  prompt: 'las palabras de tu texto',
};

const requestKinds: Record<PrivacyRequestKind, string> = { export: 'Exportación', erase: 'Eliminación', correct: 'Corrección' };

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `la copia que hay allí desaparece el ${moment(lapses)}` : 'la copia sigue allí';
    case 'removed':
      return 'la copia ya no está allí';
    case 'unknown':
      return 'no se sabe si hay una copia allí';
    default:
      return neverHere(state);
  }
}

export const privacy: Wording['privacy'] = {
  commands: {
    status: { name: 'estado', description: 'Qué se guarda de ti, y dónde' },
    policy: { name: 'política', description: 'La política de privacidad, en tu idioma' },
    partners: { name: 'socios', description: 'Los socios de IA, y qué recibiría cada uno' },
    consent: { name: 'consentimiento', description: 'Dar tu consentimiento para un socio, o retirarlo' },
    receipts: { name: 'comprobantes', description: 'Qué se envió y a quién, y qué se borró' },
    export: { name: 'exportar', description: 'Una copia de todo lo que se guarda de ti' },
    correct: { name: 'corregir', description: 'Corrige lo que esté mal' },
    delete: { name: 'eliminar', description: 'Elimina una parte de tus datos o todos' },
  },
  more: 'Más: /privacy policy, partners, consent, receipts, export, correct, delete.',

  statusTitle: 'Lo que se guarda de ti aquí',
  statusNone: 'Aquí no se guarda nada de ti.',
  ads: (ads, files, size) =>
    `${count(ads, 'anuncio', 'anuncios')} con ${count(files, 'archivo', 'archivos')} (${megabytes(size)}), hasta que los elimines`,
  photos: (photos) => `${count(photos, 'foto de producto, guardada', 'fotos de productos, guardadas')} como elegiste`,
  products: (products) => count(products, 'producto guardado', 'productos guardados'),
  requests: (requests) => `${count(requests, 'solicitud', 'solicitudes')} de las últimas 24 horas`,
  settings: 'tu identificador en este espacio de trabajo y tus ajustes',
  usageNone: 'No se guardan datos de uso: ni direcciones, ni registros del navegador, ni duraciones.',
  usageOldest: (date) => `El registro de uso más antiguo es del ${moment(date)}; desaparece 24 horas después de ese momento.`,
  stores: (database, media, keys, sandbox) =>
    `Dónde: los registros en ${database}, los archivos cifrados en ${media}, las claves separadas de ambos en ${keys}. Las fotos se abren en un entorno aislado de nivel “${sandbox}” que desaparece después de cada tarea.`,
  partnersNone: 'Ningún socio de IA tiene nada tuyo.',
  partnersHave: (names) => `Estos socios recibieron algo tuyo: ${list(names)}. Consulta /privacy receipts.`,

  partnersTitle: 'Socios de IA',
  partnersIntro:
    'Los anuncios se dibujan aquí. Un socio solo recibe algo si has dado tu consentimiento para ese socio en concreto, y solo para el anuncio en cuestión.',
  partner: (partner) =>
    `${partner.name} (${partner.company}, ${partner.country}), para ${list(partner.uses.map((use) => uses[use]))}. Este socio recibiría ${list(partner.gets.map((field) => fields[field]))}, y nada más.`,
  keeps: (days) =>
    days === null
      ? 'No está documentado cuánto tiempo guarda una copia.'
      : `Guarda una copia durante ${count(days, 'día', 'días')}.`,
  notReady: 'No está conectado aquí, así que no recibe nada.',
  agreed: 'Has dado tu consentimiento.',
  notAgreed: 'No has dado tu consentimiento.',
  allow: (name) => `Aceptar ${name}`,
  withdraw: (name) => `Retirar consentimiento: ${name}`,
  withdrawAll: 'Retirar todos los consentimientos',
  consentSaved: (name) => `Has aceptado ${name}. Puedes retirar tu consentimiento en cualquier momento con /privacy consent.`,
  withdrawn: (names) =>
    `Consentimiento retirado: ${list(names)}. No se envía nada más allí; los anuncios en marcha siguen sin ${plural(names.length, { one: 'ese socio', other: 'esos socios' })}, dibujados aquí. Lo que se envió antes está en /privacy receipts.`,
  unknownPartner: 'Este socio ya no se conoce aquí.',

  receiptsTitle: 'Qué se envió y a quién',
  receiptsNone: 'No se envió nada tuyo a ningún socio.',
  disclosure: (partner, given, bytes, at, copy) =>
    `${moment(at)}, ${partner}: ${list(given.map((field) => fields[field]))}, ${count(bytes, 'byte', 'bytes')}; ${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: 'Tus solicitudes',
  request: (kind, at, state, due) => {
    const what = requestKinds[kind];
    const how =
      state === 'open'
        ? `en curso, con plazo hasta el ${moment(due)}`
        : state === 'owed'
          ? 'hecha aquí, falta que la siga la plataforma de chat'
          : 'hecha';
    return `${what} del ${moment(at)}: ${how}`;
  },

  exportTitle: 'Una copia de todo lo que se guarda de ti',
  exportText:
    'La pongo en un zip con páginas que puedes leer sin mí, y te la envío solo a ti, en un mensaje directo. Las copias grandes llegan en partes.',
  exportButton: 'Crear la copia',
  exportStarted: 'Estoy reuniendo tu copia. Llega en un mensaje directo.',
  exportReady: 'Aquí está la copia de todo lo que se guarda de ti. Abre index.html en ella.',
  exportParts: (parts) =>
    `Llega en ${count(parts, 'parte', 'partes')}; cada una se abre por separado, index.html está en la primera.`,
  exportSplit: (names) =>
    `Algunos archivos son más grandes de lo que admite esta plataforma y están cortados en trozos (${list(names)}); README.txt dice cómo unirlos.`,
  exportNeedsDirect:
    'Envío la copia en un mensaje directo, pero no me permites escribirte. Permite mis mensajes directos y vuelve a pedirla.',
  exportFailed: 'No se pudo entregar la copia. Pídela otra vez: /privacy export.',

  correctTitle: 'Corregir lo que esté mal',
  correctLines: [
    'Tu correo electrónico y tu contraseña: la página “Cuenta” del portal (/account). O por correo al equipo de privacidad.',
    `Las palabras de un anuncio, su precio y su estilo: pulsa “${buttons.editText}” debajo de él. Las versiones antiguas se pueden eliminar.`,
    'Lo que dice una marca (nombre, colores, botón, letra pequeña, tono) y su logo: /ad brand.',
    `Un producto guardado (nombre, precio, enlace): elimínalo en /ad products y guárdalo de nuevo con “${buttons.more}” debajo de un anuncio.`,
    'Idioma, quién ve los resultados y si se guardan las fotos: /ad settings.',
    'Lo que sustituyes o eliminas desaparece: se destruye la clave con la que estaba cifrado.',
    'Tu nombre y tu imagen pertenecen a esta aplicación; yo no los guardo.',
  ],

  deleteTitle: 'Eliminar mis datos',
  deleteSubmit: 'Eliminar',
  deleteWhat: '¿Qué se debe eliminar?',
  deleteHint: 'Esta acción no se puede deshacer. Recibes un comprobante firmado.',
  deleteEverything: 'Todo lo mío en este espacio de trabajo',
  deleteAccount: 'Toda mi cuenta, en cada aplicación de chat',
  deletePhotos: 'Todas mis fotos y mis productos guardados',
  deleteProduct: (name) => `Producto: ${name}`,
  deleteAd: (title) => `Anuncio: ${title}`,
  deleteHeld: (ads, photos, products) =>
    `Lo que se guarda de ti: ${count(ads, 'anuncio', 'anuncios')}, ${count(photos, 'foto', 'fotos')}, ${count(products, 'producto guardado', 'productos guardados')}. Los kits de marca pertenecen al espacio de trabajo y se quedan. Lo que dijiste sobre anuncios de otras personas se queda con esos anuncios.`,
  deleteShared: 'Mis anuncios que están en canales',
  deleteSharedNo: 'Eliminarlos también',
  deleteSharedYes: 'Cederlos al espacio de trabajo',
  deleteMissing: 'Elige qué se debe eliminar, por favor.',
  deleteNothing: 'De eso no se guarda nada tuyo.',
  deleteStarted: (id) =>
    `Lo estoy eliminando. Primero las claves, para que nadie pueda leerlo más, y después los bytes. Tu solicitud tiene el número ${id}.`,

  erasedMeanwhile:
    'Estaba eliminando tus datos cuando pediste esto, así que no hice nada con ello. Si aún lo quieres, pídelo otra vez.',

  receiptTitle: 'Eliminado',
  addendumTitle: 'Eliminado también en otros sitios',
  removed(scope, of) {
    const what = [
      of.ads > 0 && count(of.ads, 'anuncio', 'anuncios'),
      of.files > 0 && count(of.files, 'archivo', 'archivos'),
      of.photos > 0 && count(of.photos, 'foto', 'fotos'),
      of.products > 0 && count(of.products, 'producto guardado', 'productos guardados'),
      (scope === 'workspace' || scope === 'account') && 'la información de quién eres aquí',
    ].filter((part) => part !== false);
    const given =
      of.handedOver > 0 ? ` ${count(of.handedOver, 'anuncio se cedió', 'anuncios se cedieron')} al espacio de trabajo.` : '';
    return `Eliminado: ${what.length > 0 ? list(what) : 'no quedaba nada'}.${given}`;
  },
  /** Whatever it is, it is masculine. */
  remote(item) {
    const what = {
      messages: count(item.count, 'mensaje', 'mensajes'),
      files: count(item.count, 'archivo', 'archivos'),
      inputs: count(item.count, 'dato de entrada', 'datos de entrada'),
    }[item.what];
    const gone = plural(item.count, { one: 'eliminado', other: 'eliminados' });
    const remove = plural(item.count, { one: 'eliminarlo', other: 'eliminarlos' });
    const yourself = `${plural(item.count, { one: 'elimínalo', other: 'elimínalos' })} allí por tu cuenta, por favor`;
    switch (item.state) {
      case 'done':
        return `${what} en ${item.system}: ${gone}`;
      case 'outstanding':
        return `${what} en ${item.system}: eliminación en curso${item.lapses ? `; lo sigo intentando hasta el ${moment(new Date(item.lapses))}` : ''}`;
      case 'lapsed':
        return `${what} en ${item.system}: sin poder acceder durante 30 días; ${yourself}`;
      case 'impossible':
        return `${what} en ${item.system}: la plataforma no me dejó ${remove}; ${yourself}`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until) =>
    `Lo que aún quede en copias de seguridad no se puede leer. Si el operador guarda en otro lugar una copia de las claves, se sustituye en el plazo de un día: en ese caso, esto vale a partir del ${moment(until)}.`,
  receiptCheck: 'El comprobante firmado; se comprueba con la clave del operador, y no contiene ningún dato personal:',

  acceptTitle: 'Antes del primer anuncio',
  accept:
    'Lo que guardo: tu identificador aquí, tus anuncios hasta que los elimines, tu solicitud durante 24 horas. No se envía nada a un socio de IA a menos que lo aceptes. Al enviar este formulario aceptas que se guarde eso; /privacy muestra, exporta y elimina todo ello.',
  acceptFirst: 'Antes de que guarde algo tuyo, acéptalo en /ad settings o con tu primer anuncio.',
  acceptAgain: 'Abre el formulario de nuevo, por favor: ya no se sabe cómo se deben guardar tus fotos.',

  policyTitle: 'Política de privacidad',
  policyVersion: (version) => `Versión ${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy: Wording['policy'] = {
  collectTitle: '1. Qué se recoge',
  classes: {
    identity:
      'Tu identificador y el de tu espacio de trabajo en esta plataforma, tus ajustes y, si te has registrado, tu correo electrónico y tu contraseña: para saber de quién es cada anuncio, hasta que los elimines.',
    token:
      'Las credenciales con las que me dirijo a un espacio de trabajo que me instaló, y quién me instaló: hasta que me quiten de allí.',
    photo:
      'Fotos de productos, enderezadas y sin ningún metadato: para dibujar tus anuncios; desaparecen cuando el anuncio está creado, a menos que hayas elegido guardarlas para cambios posteriores.',
    ad: 'Tus anuncios: texto de la solicitud, palabras, estilo, imágenes, videos, y dónde se publicaron: hasta que los elimines.',
    product: 'Productos que guardaste: nombre, precio, enlace y fotos: hasta que los elimines.',
    brand: 'Kits de marca: nombre, logotipo, colores, textos: pertenecen al espacio de trabajo, hasta que este los elimine.',
    posted: 'Mensajes y archivos que publiqué aquí para ti: mientras la plataforma los guarde, o hasta que elimines el anuncio.',
    keys: 'Las claves con las que se cifra todo ello, guardadas aparte: destruir una hace ilegible, en todas las copias, lo que cifra.',
    request: 'Lo que pediste, palabra por palabra, para que nada se pierda ni se haga dos veces: 24 horas como máximo.',
    usage:
      'Cuándo me usaste, para qué y cuánto duró, y en páginas web tu dirección y navegador: solo para seguridad y límites, se borra a las 24 horas.',
    consent:
      'Para qué socios diste tu consentimiento, y cuándo: para no enviar nada sin tu consentimiento, hasta que elimines ese dato.',
    disclosure: 'Qué se envió a un socio, cuándo y cuánto: para que puedas leerlo, hasta que elimines ese dato.',
    rights:
      'Que pediste una copia, una corrección o una eliminación, con sus fechas y horas y un comprobante que no nombra a nadie.',
  },
  protectTitle: '2. Cómo se protege',
  protect: [
    'Todo viaja por TLS. Las palabras y los archivos están cifrados donde se guardan, los de cada persona con una clave propia.',
    'Las contraseñas se guardan solo como hashes de bcrypt.',
    'Las fotos se abren en un proceso aislado, sin red ni archivos, nuevo para cada tarea y que desaparece después de ella.',
  ],
  shareTitle: '3. Socios de IA',
  share: [
    'Nada tuyo se vende, se alquila ni se intercambia. Un socio solo recibe algo si diste tu consentimiento para ese socio en concreto: la imagen sin metadatos, sus colores y las palabras de tu texto.',
    'Los socios no tienen permitido entrenar con ello, ni transmitirlo, ni quedárselo; el operador tiene que confirmarlo antes de que se use un socio.',
  ],
  rightsTitle: '4. Cuánto tiempo, y tus derechos',
  rights: [
    'Los anuncios y los datos de la cuenta se quedan hasta que los elimines. Las solicitudes y los datos de uso desaparecen a las 24 horas.',
    'Una copia de todo: /privacy export. Corregir: /privacy correct. Eliminar: /privacy delete. Retirar el consentimiento: /privacy consent. Qué se envió y adónde: /privacy receipts.',
    'El consentimiento a un socio de IA se puede retirar en cualquier momento y vale al instante. Lo que solo ese socio puede hacer deja de ofrecerse; los anuncios se siguen dibujando aquí.',
    'Recibes respuesta en un plazo de 30 días (45 donde se aplica la ley de California); la mayor parte ocurre al momento.',
  ],
  grace: (days) =>
    days === 0
      ? 'Cuando me quitan de un espacio de trabajo, todo lo suyo se borra de inmediato.'
      : `Cuando me quitan de un espacio de trabajo, todo lo suyo se borra después de ${count(days, 'día', 'días')}, a menos que me vuelvan a invitar.`,
  contact: (address) => `El equipo de privacidad: ${address}`,
  noContact: 'El equipo de privacidad: pregunta a quien gestione este bot en tu espacio de trabajo.',
};
