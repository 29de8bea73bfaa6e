/** The files of an ad as large as a place takes them: those that are too large are made smaller, which is said; nothing goes missing without a word. */
import type { Creative } from '../generation/ad.ts';
import { type ContentDeps, collect, once, readCreative } from '../generation/contents.ts';
import { planFit } from '../generation/plan-fit.ts';
import type { Studio } from '../generation/ports.ts';
import type { OutgoingFile } from './chat-adapter.ts';
import { outgoingFile } from './outgoing-file.ts';
import type { Wording } from './wording/wording.ts';

export type FitDeps = ContentDeps & { studio: Pick<Studio, 'makeFit'> };

/** `smaller`: the width in pixels of each that was made smaller. `tooLarge`: those that cannot be made small enough, and are left out. */
export type FittedFiles = { files: { creative: Creative; file: OutgoingFile }[]; smaller: number[]; tooLarge: Creative[] };

export async function fitFiles(deps: FitDeps, creatives: readonly Creative[], mostBytes: number): Promise<FittedFiles> {
  const fitted: FittedFiles = { files: [], smaller: [], tooLarge: [] };
  for (const creative of creatives) {
    const plan = planFit(creative, mostBytes);
    if (plan.kind === 'as-it-is') {
      fitted.files.push({ creative, file: outgoingFile(creative, () => readCreative(deps, creative)) });
      continue;
    }
    // The sandbox ends the work by itself when it takes too long.
    const { signal } = new AbortController();
    const made =
      plan.kind === 'too-large' ? null : await deps.studio.makeFit(await collect(readCreative(deps, creative)), plan, signal);
    if (!made) {
      fitted.tooLarge.push(creative);
      continue;
    }
    const { bytes, width, height } = made;
    fitted.smaller.push(width);
    const file = outgoingFile({ ...creative, width, height, bytes: bytes.length }, () => once(bytes));
    fitted.files.push({ creative: { ...creative, width, height, bytes: bytes.length }, file });
  }
  return fitted;
}

/** What is said about it under the result. */
export function fitNotes(words: Wording, { smaller, tooLarge }: FittedFiles, mostBytes: number): string[] {
  return [
    ...(smaller.length > 0 ? [words.shownSmaller(Math.min(...smaller), mostBytes)] : []),
    ...(tooLarge.length > 0 ? [words.tooLargeHere(tooLarge.length, mostBytes)] : []),
  ];
}
