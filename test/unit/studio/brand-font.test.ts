import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFont, openBrandFont } from '../../../adapters/studio/worker/brand-font/brand-font.ts';
import { fontTables } from '../../../adapters/studio/worker/brand-font/font-tables.ts';
import { openArt } from '../../../adapters/studio/worker/drawing/art.ts';
import { drawStill } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { registerFonts } from '../../../adapters/studio/worker/fonts.ts';
import { preparePhoto } from '../../../adapters/studio/worker/prepare/prepare-photo.ts';
import { spoken } from '../../../adapters/studio/worker/text/spoken.ts';
import { formats } from '../../../src/generation/formats.ts';
import { faultsOf, recipeOf, words } from '../../support/studio/matrix.ts';
import { plainBottle } from '../../support/studio/pictures.ts';

const packageFrom = createRequire(import.meta.url);
const shipped = (path: string) => readFileSync(packageFrom.resolve(`@fontsource/${path}`));
const latin = shipped('anton/files/anton-latin-400-normal.woff2');
const greek = shipped('inter/files/inter-greek-400-normal.woff2');

/** The bare tables in the older container, with the permission bits given. */
function bareFont(permission: number): Buffer {
  const tables = fontTables(latin);
  if (!tables || tables === 'collection') throw new Error('no tables');
  const os2 = Buffer.from(tables['OS/2']);
  os2.writeUInt16BE(permission, 8);
  const parts = [
    ['OS/2', os2],
    ['cmap', tables.cmap],
  ] as const;
  const head = Buffer.alloc(12 + parts.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(parts.length, 4);
  let at = head.length;
  for (const [index, [tag, bytes]] of parts.entries()) {
    head.write(tag, 12 + index * 16, 'latin1');
    head.writeUInt32BE(at, 20 + index * 16);
    head.writeUInt32BE(bytes.length, 24 + index * 16);
    at += bytes.length;
  }
  return Buffer.concat([head, ...parts.map(([, bytes]) => bytes)]);
}

describe('a font that is handed in', () => {
  it('is taken when it has the letters, may be embedded and can be drawn', () => {
    expect(checkFont(latin)).toBeNull();
  });

  it('is refused when its maker forbids embedding it', () => {
    expect(checkFont(bareFont(0x0002))).toEqual({ kind: 'protected' });
    expect(checkFont(bareFont(0x0200))).toEqual({ kind: 'protected' });
  });

  it('is refused when it lacks letters, or has them in its tables alone', () => {
    expect(checkFont(greek)).toMatchObject({ kind: 'letters-missing' });
    expect(checkFont(bareFont(0))).toEqual({ kind: 'not-a-font' });
    expect(checkFont(bareFont(0x0008))).toEqual({ kind: 'not-a-font' });
  });

  it('is refused when it is something else, cut off or a trap', () => {
    const bomb = Buffer.from(latin);
    bomb.writeUInt32BE(0xffffffff, 20);
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.4 not a font'), latin.subarray(0, 400), bomb.subarray(0, 60)])
      expect(checkFont(bytes)).toEqual({ kind: 'not-a-font' });
    expect(checkFont(Buffer.from('ttcf\0\u0001\0\0\0\0\0\u0002'))).toEqual({ kind: 'several-fonts' });
    for (let at = 0; at < 400; at += 7) {
      const broken = Buffer.from(latin);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      expect(() => checkFont(broken)).not.toThrow();
    }
  });
});

describe("the brand's own font", () => {
  beforeAll(registerFonts);
  const style = { face: 'sans', tracking: 0, lineHeight: 1.4 } as const;

  it('sets headlines and prices, or all words, as the brand wants it', () => {
    const headlines = { han: 'japanese', font: openBrandFont(latin, 'headlines') } as const;
    const everything = { han: 'japanese', font: openBrandFont(latin, 'everything') } as const;
    expect(spoken(style, 'Fjord', headlines, 'display').own).toMatch(/^brand /);
    expect(spoken(style, 'Fjord', headlines, 'text').own).toBeUndefined();
    expect(spoken(style, 'Fjord', everything, 'text').own).toMatch(/^brand /);
  });

  it('gives way, for the whole of a text, where it lacks a letter', () => {
    const voice = { han: 'japanese', font: openBrandFont(latin, 'everything') } as const;
    expect(spoken(style, 'Fjord Привет', voice, 'display')).toMatchObject({ script: 'cyrillic' });
    expect(spoken(style, 'Fjord Привет', voice, 'display').own).toBeUndefined();
  });

  it('is seen on the ad, which stays sound', async () => {
    const photo = await preparePhoto(plainBottle());
    if (!photo.ok) throw new Error(photo.problem.kind);
    const recipe = recipeOf('editorial', 'cutout', words.short, photo.value.facts.palette);
    const plain = await openArt(photo.value);
    const own = await openArt(photo.value, null, openBrandFont(latin, 'everything'));
    for (const id of ['square', 'story'] as const) expect(await faultsOf(recipe, id, own)).toEqual([]);
    const [one, other] = [await drawStill(recipe, formats.square, plain), await drawStill(recipe, formats.square, own)];
    const headline = ({ report }: typeof one) => report.texts.find(({ role }) => role === 'headline')?.box;
    expect(headline(other)).not.toEqual(headline(one));
  });
});
