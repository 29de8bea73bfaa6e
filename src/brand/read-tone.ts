/** Reads from a few words on how a brand speaks what rules can heed; all else is for whoever writes its texts. No input, no output. */
import type { Voice } from '../generation/brief.ts';

const calm =
  /(?:no|without|avoid|never) exclamation|(?:keine?|ohne) ausrufezeichen|(?:sans|pas de|aucun) points? d['’]exclamation|sin (?:signos de )?exclamaci|感嘆符(?:なし|は?使わない|を使わない)|[！!](?:なし|は使わない)|(?:不用|不要|无|没有)感叹号/iu;
const informal =
  /informal|informell?|casual|(?<!\p{L})(?:duzen|tutoie|tutoyer|tutoiement|tutear|tuteo|tú|du)(?!\p{L})|くだけた|随意/iu;
const formal = /formal|formell?|förmlich|(?<!\p{L})(?:siezen|vouvoie|vouvoyer|vouvoiement|usted)(?!\p{L})|丁寧|正式/iu;

/** Empty when it says nothing of that kind. */
export function readTone(tone: string): Voice {
  const address = informal.test(tone) ? 'informal' : formal.test(tone) || /(?<!\p{L})Sie(?!\p{L})/u.test(tone) ? 'formal' : null;
  return { ...(calm.test(tone) ? { isCalm: true } : {}), ...(address ? { address } : {}) };
}
