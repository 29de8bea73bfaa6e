/** Looks for words in the raw bytes of files, however they may be written there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As text of one or two bytes a letter, and as base64 wherever in a longer text the word stands. */
function spellings(word: string): Buffer[] {
  const shifted = [0, 1, 2].map((shift) => {
    const all = Buffer.from(`${' '.repeat(shift)}${word}`)
      .toString('base64')
      .replaceAll('=', '');
    // The letters at both ends also depend on what stands around the word.
    return all.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  const texts = [word, word.toUpperCase(), Buffer.from(word).toString('hex'), ...shifted];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(word, 'utf16le')];
}

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

/** The names of the words that stand in any of the files, or in the name of one. A file that is gone meanwhile is left out. */
export function wordsIn(words: Readonly<Record<string, string>>, files: readonly string[]): string[] {
  const found = new Set<string>();
  const wanted = Object.entries(words).map(([name, word]) => ({ name, word, bytes: spellings(word) }));
  for (const file of files) {
    const content = Buffer.concat([Buffer.from(`${file}\n`), bytesOf(file)]);
    for (const { name, bytes } of wanted) if (bytes.some((spelling) => content.includes(spelling))) found.add(name);
  }
  return [...found].sort();
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
