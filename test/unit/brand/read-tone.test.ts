import { describe, expect, it } from 'vitest';
import { readTone } from '../../../src/brand/read-tone.ts';
import { writeCopy } from '../../../src/generation/copy/write-copy.ts';
import { writeHeadlines } from '../../../src/generation/copy/write-headlines.ts';

describe('how a brand speaks', () => {
  it.each([
    ['Warm, no exclamation marks', { isCalm: true }],
    ['Wir duzen, ohne Ausrufezeichen', { isCalm: true, address: 'informal' }],
    ['Wir siezen unsere Kunden', { address: 'formal' }],
    ['Bitte mit Sie', { address: 'formal' }],
    ['On vouvoie, sans point d’exclamation', { isCalm: true, address: 'formal' }],
    ['Siempre de usted, sin exclamaciones', { isCalm: true, address: 'formal' }],
    ['informal, with jokes', { address: 'informal' }],
    ['感嘆符なし、丁寧に', { isCalm: true, address: 'formal' }],
    ['不用感叹号', { isCalm: true }],
    ['Short sentences, du jour', { address: 'informal' }],
    ['', {}],
  ])('is heeded where rules can: %s', (tone, voice) => {
    expect(readTone(tone)).toEqual(voice);
  });

  it('without exclamation marks changes marks and no word', () => {
    const text = 'Neu: Honig aus dem Wald! Jetzt probieren! Nur 6,90 €!';
    for (const copy of writeHeadlines({ text, words: {}, voice: { isCalm: true } }))
      expect(Object.values(copy).join('')).not.toContain('!');
    expect(writeCopy({ text: '新発売！軽くて丈夫！', words: {}, voice: { isCalm: true } }).copy).toMatchObject({
      headline: '新発売',
      body: '軽くて丈夫。',
    });
    expect(writeCopy({ text: '¡Zapatillas nuevas para correr!', words: {}, voice: { isCalm: true } }).copy.headline).toBe(
      'Zapatillas nuevas para correr',
    );
  });

  it('speaks to people as the brand does, where a button speaks to them', () => {
    const button = (text: string, address: 'formal' | 'informal') =>
      writeCopy({ text, words: {}, voice: { address } }).copy.button;
    expect(button('Unser Laden ist von 9 bis 18 Uhr geöffnet', 'informal')).toBe('Besuch uns');
    expect(button('Unser Laden ist von 9 bis 18 Uhr geöffnet', 'formal')).toBe('Besuchen Sie uns');
    expect(button('Nuestra tienda está abierto todos los días', 'formal')).toBe('Visítenos');
    expect(button('Our shop in Oslo opens today', 'formal')).toBe('Visit us');
  });
});
