/** What `npm run studio:sheet` can be told, each narrowing the sheet; nothing said means all of it. */
import { parseArgs } from 'node:util';
import { displayIds, pictureIds, type StillId, stillIds } from '../../src/generation/formats.ts';
import { type LookId, lookIds, type Route, routeIds } from '../../src/generation/recipe.ts';
import { words } from '../support/studio/matrix.ts';

export type TextCase = keyof typeof words;

export type SheetWish = {
  looks: LookId[];
  routes: Route[];
  formats: StillId[];
  texts: TextCase[];
  /** A photo of one's own instead of the made ones; null: those. */
  photo: string | null;
  out: string;
  /** Height of every small picture, px. */
  height: number;
};

function chosen<Id extends string>(given: string[] | undefined, known: readonly Id[], what: string): Id[] {
  if (!given) return [...known];
  return given
    .flatMap((one) => one.split(','))
    .map((one) => {
      const found = known.find((id) => id === one);
      if (!found) throw new Error(`--${what} knows ${known.join(', ')}.`);
      return found;
    });
}

export function readSheetWish(args: string[]): SheetWish {
  const { values } = parseArgs({
    args,
    options: {
      look: { type: 'string', multiple: true },
      route: { type: 'string', multiple: true },
      format: { type: 'string', multiple: true },
      text: { type: 'string', multiple: true },
      photo: { type: 'string' },
      out: { type: 'string', default: 'data/sheet' },
      height: { type: 'string', default: '220' },
    },
  });
  return {
    looks: chosen(values.look, lookIds, 'look'),
    routes: chosen(values.route, routeIds, 'route'),
    formats: values.format ? chosen(values.format, pictureIds, 'format') : [...stillIds, ...displayIds],
    texts: chosen(values.text, Object.keys(words) as TextCase[], 'text'),
    photo: values.photo ?? null,
    out: values.out,
    height: Math.max(60, Number(values.height) || 220),
  };
}
