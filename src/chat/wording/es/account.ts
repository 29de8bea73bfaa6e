/** Spanish: accounts, as they are spoken of in a chat. */
import type { Wording } from '../wording.ts';

export const account: Wording['account'] = {
  commands: {
    register: { name: 'registrar', description: 'Tu enlace privado al portal: ver, llevarte o eliminar tus datos' },
    link: {
      name: 'vincular',
      description: 'Unir lo que haces aquí con otra aplicación de chat',
      takes: 'el código que se muestra allí',
    },
  },
  title: 'Tu cuenta',
  linkText:
    'Este enlace privado abre tu cuenta en un navegador. Funciona una sola vez, durante 15 minutos. No se lo des a nadie.',
  linkLabel: 'Abrir mi cuenta',
  noPortal: 'Aquí no hay ningún portal abierto, y no hace falta. Todo se puede hacer en este chat:',
  inChat: [
    'Ver lo que se guarda de ti: /privacy status',
    'Llevarte una copia: /privacy export',
    'Corregir: /privacy correct',
    'Eliminar: /privacy delete',
    'Consentimiento a socios de IA: /privacy consent',
    'Unir con otra aplicación de chat: /account link',
  ],
  codeTitle: 'Unir dos identidades',
  codeText: 'Escribe esto en la otra aplicación de chat en los próximos 15 minutos. Después vuelve y pulsa “Unir aquí”.',
  joinHere: 'Unir aquí',
  codeWrong:
    'Este código no se conoce o es demasiado antiguo. Escribe /account link en la otra aplicación de chat para obtener uno nuevo.',
  met: (platform) =>
    `El código es de alguien en ${platform}. Une solo si eres tú: ambas identidades serán una sola cuenta, con los anuncios y datos de las dos.`,
  metYes: 'Soy yo',
  metDone: 'Bien. Ahora pulsa “Unir aquí” en la otra aplicación de chat.',
  waiting:
    'Nadie ha escrito el código todavía. Escríbelo primero en la otra aplicación de chat y confirma allí; después pulsa aquí otra vez.',
  joined: 'Unidas. Las dos identidades son ahora una sola cuenta.',
  joinGone: 'Este código es demasiado antiguo o ya se usó. Escribe /account link para obtener uno nuevo.',
  oneStays:
    'Las dos tienen ya un correo electrónico y una contraseña. Se quedan los de la otra aplicación de chat; los usados aquí hasta ahora se eliminan.',
  joinedOne:
    'Unidas. Las dos identidades son ahora una sola cuenta. Inicia sesión en el portal con el correo electrónico de esta aplicación de chat.',
  mailEnded:
    'Una solicitud sobre tus datos que llegó por correo y esperaba con la otra dirección ha terminado sin que se hiciera nada. Si aún la quieres, escribe de nuevo desde la dirección que se mantiene.',
};
