/** A picture made to fit: the first try that is small enough. */
import sharp from 'sharp';
import type { SmallerPlan } from '../../../../src/generation/plan-fit.ts';
import type { Mark, MarkedFile } from '../mark/mark-file.ts';

export type FittedFile = MarkedFile & { width: number; height: number };
export type PlanFor<Kind> = Extract<SmallerPlan, { kind: Kind }>;

export async function fitStill(
  source: Uint8Array,
  { tries, mostBytes }: PlanFor<'still'>,
  mark: Mark,
): Promise<FittedFile | null> {
  for (const { width, height, quality } of tries) {
    const picture = sharp(source).resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
    const bytes = await picture.keepIccProfile().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length > mostBytes) continue;
    const marked = await mark(bytes, 'image/jpeg');
    if (marked.bytes.length <= mostBytes) return { ...marked, width, height };
  }
  return null;
}
