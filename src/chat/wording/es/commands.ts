/** Spanish: the words of commands. */
import type { CommandWords } from '../command-words.ts';

export const commands: CommandWords = {
  commands: {
    ad: 'Crea un anuncio a partir de la foto de un producto',
    privacy: 'Tus datos: verlos, llevártelos, corregirlos, borrarlos',
    account: 'Tu cuenta: abrirla en el portal, unir aplicaciones de chat',
  },
  subcommands: {
    generate: {
      name: 'crear',
      description: 'Crea un anuncio con fotos y una frase',
      takes: 'lo que debe decir el anuncio',
    },
    list: {
      name: 'lista',
      description: 'Muestra lo que has creado, también por palabras o solo lo de aquí',
      takes: 'palabras, o bien: here',
    },
    show: {
      name: 'mostrar',
      description: 'Trae de vuelta un anuncio, con sus archivos y botones',
      takes: 'palabras del anuncio',
    },
    cancel: { name: 'cancelar', description: 'Detiene un anuncio que aún no está terminado' },
    brand: { name: 'marcas', description: 'Tus kits de marca: logotipo, colores y textos' },
    products: { name: 'productos', description: 'Los productos que has guardado' },
    settings: { name: 'ajustes', description: 'Idioma, quién ve los resultados, primero ideas o todo de una vez' },
    privacy: {
      name: 'privacidad',
      description: 'Tus datos: verlos, llevártelos, corregirlos, borrarlos',
      takes: 'status, export, delete, …',
    },
    account: {
      name: 'cuenta',
      description: 'Tu cuenta: abrirla en el portal, unir aplicaciones de chat',
      takes: 'register o link',
    },
    admin: { name: 'admin', description: 'Para admins: quién puede usar el bot, almacenamiento, anuncios en marcha' },
    help: { name: 'ayuda', description: 'Cómo crear un anuncio' },
  },
  actions: { 'ad-from-message': 'Crear un anuncio con esto' },
  options: {
    photo: { name: 'foto', description: 'Una foto del producto', another: 'Otra foto del producto' },
    brief: { name: 'texto', description: '¿Qué debe decir el anuncio?' },
    where: { name: 'dónde', description: '¿Dónde se publicará? Si no dices nada, en todos los formatos' },
    video: { name: 'video', description: 'También videos' },
    language: { name: 'idioma', description: 'Idioma del anuncio; si no dices nada, el de tu texto' },
    onlyMe: { name: 'solo-yo', description: 'Solo tú ves el resultado' },
    words: { name: 'palabras' },
  },
};
