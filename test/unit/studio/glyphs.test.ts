import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawableText, missingGlyphs } from '../../../adapters/studio/glyph-coverage.ts';
import { type Face, faces, registerCharacters, registerFonts, useFont } from '../../../adapters/studio/worker/fonts.ts';
import { hanScriptOf, type Script, scriptOf } from '../../../adapters/studio/worker/text/script.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';

const letters: Record<Script, string> = {
  latin: 'AßŁčệ€½”✓',
  cyrillic: 'ЖяєҐқ',
  greek: 'ΩώΐἌς',
  japanese: '朝直骨ゆガー「、。（円￥',
  chinese: '清晨萃门，。“￥',
};
const scripts = Object.keys(letters) as Script[];

const ctx = createCanvas(90, 90).getContext('2d');
function pixelsOf(face: Face, script: Script, character: string): string {
  ctx.clearRect(0, 0, 90, 90);
  useFont(ctx, { face, script, tracking: 0 }, 48);
  ctx.fillText(character, 20, 60);
  return Buffer.from(ctx.getImageData(0, 0, 90, 90).data).toString('base64');
}

describe('characters', () => {
  beforeAll(() => {
    registerFonts();
    registerCharacters(Object.values(letters).join(''));
  });

  it('of European languages can all be drawn', () => {
    expect(missingGlyphs('Größe à la crème, ¿qué? Łódź, čeština, Ελλάδα, Привет, Việt, 19,90 € – “ok” £ ½ ™')).toEqual([]);
  });

  it('of Japanese and Chinese can all be drawn', () => {
    expect(missingGlyphs('朝が、ゆっくり始まる。「珈琲」１，９８０円（税込）※数量限定〜・々ヶ')).toEqual([]);
    expect(missingGlyphs('清晨的第一口冷萃，慢下来。“限时特价”￥９９元；《咖啡》——送到您家门口！')).toEqual([]);
  });

  it('that no font has are named, each once', () => {
    expect(missingGlyphs('Kaffee ☕ 🧿 커 กา 🧿 ✓')).toEqual(['🧿', '커', 'ก', 'า']);
    expect(missingGlyphs('مرحبا שלום नमस्ते')).toHaveLength(10);
  });

  it('that cannot be seen are neither missing nor drawn', () => {
    expect(missingGlyphs('a\u200bb\u202ec\u2066')).toEqual([]);
    expect(drawableText('a\u200bb\u202ec\u2066 🧿\n d')).toBe('abc d');
  });

  it.each(scripts)('of %s never come out as the box of a missing one, in any face', (script) => {
    for (const face of faces) {
      const box = pixelsOf(face, script, '\u{1f9ff}');
      for (const character of letters[script])
        expect(pixelsOf(face, script, character) === box, `${character} in ${face}`).toBe(false);
    }
  });

  it('that Japanese and Chinese share have the shape of the language of the ad', () => {
    for (const face of faces) expect(pixelsOf(face, 'japanese', '直')).not.toBe(pixelsOf(face, 'chinese', '直'));
  });

  it('have the weight of their face in every script', () => {
    const inkOf = (face: Face, script: Script, character: string) => {
      pixelsOf(face, script, character);
      return ctx.getImageData(0, 0, 90, 90).data.reduce((sum, value, at) => sum + (at % 4 === 3 ? value : 0), 0);
    };
    for (const script of scripts) {
      const [character = ''] = letters[script];
      expect(inkOf('sans-semibold', script, character)).toBeGreaterThan(inkOf('sans', script, character) * 1.1);
      expect(inkOf('geometric-heavy', script, character)).toBeGreaterThan(inkOf('geometric', script, character) * 1.1);
    }
  });
});

describe('the script of a text', () => {
  const palette = [{ colour: '#123456', share: 1 }];

  it('is told by its letters, and where two scripts share them by the ad', () => {
    expect(hanScriptOf(recipeOf('block', 'cutout', words.Japanese, palette))).toBe('japanese');
    expect(hanScriptOf(recipeOf('block', 'cutout', words.Chinese, palette))).toBe('chinese');
    expect(scriptOf('限定', 'japanese')).toBe('japanese');
    expect(scriptOf('限定', 'chinese')).toBe('chinese');
    expect(scriptOf('¥1,980', 'japanese')).toBe('latin');
    expect(scriptOf('1,980円', 'japanese')).toBe('japanese');
    expect(scriptOf('Фьорд Coffee', 'chinese')).toBe('cyrillic');
    expect(scriptOf('Φιόρδ', 'chinese')).toBe('greek');
    expect(scriptOf('Cà Phê', 'chinese')).toBe('latin');
  });
});
