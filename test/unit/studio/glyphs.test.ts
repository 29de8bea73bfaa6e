import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawableText, missingGlyphs } from '../../../adapters/studio/glyph-coverage.ts';
import { type Face, faces, fontAt, registerFonts } from '../../../adapters/studio/worker/fonts.ts';

describe('characters', () => {
  beforeAll(registerFonts);

  it('of European languages can all be drawn', () => {
    expect(missingGlyphs('Größe à la crème, ¿qué? Łódź, čeština, Ελλάδα, Привет, Việt, 19,90 € – “ok” £ ½ ™')).toEqual([]);
  });

  it('that no font has are named, each once', () => {
    expect(missingGlyphs('Kaffee ☕ 咖啡 ☕ ✓')).toEqual(['☕', '咖', '啡', '✓']);
  });

  it('that cannot be seen are neither missing nor drawn', () => {
    expect(missingGlyphs('a\u200bb\u202ec\u2066')).toEqual([]);
    expect(drawableText('a\u200bb\u202ec\u2066 ☕\n d')).toBe('abc d');
  });

  it('never come out as the box of a missing one, in any face', () => {
    const ctx = createCanvas(90, 90).getContext('2d');
    const shape = (face: Face, character: string) => {
      ctx.clearRect(0, 0, 90, 90);
      ctx.font = fontAt(face, 48);
      ctx.fillText(character, 20, 60);
      return Buffer.from(ctx.getImageData(0, 0, 90, 90).data).toString('base64');
    };
    for (const face of Object.keys(faces) as Face[]) {
      const box = shape(face, '\u{1f9ff}');
      for (const character of 'AßŁčΩЖяứ€½”') expect(shape(face, character) === box, `${character} in ${face}`).toBe(false);
    }
  });
});
