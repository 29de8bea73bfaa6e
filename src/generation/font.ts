/** A brand's own font: what is known of it, and why a file was refused. */
import { z } from 'zod';

/** Bytes. */
export const fontLimits = { bytes: 5_000_000 } as const;
/** By the ending of the name a file is told from a logo; what it really is, is looked at in the sandbox. */
export const fontTypes = ['ttf', 'otf', 'woff2'] as const;

/** Which texts are set in it: headlines and prices, or all. */
export const fontUseSchema = z.enum(['headlines', 'everything']);
export type FontUse = z.infer<typeof fontUseSchema>;

/** `limit` in megabytes. `protected`: its maker does not allow that it is embedded. */
export const fontProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-a-font') }),
  z.object({ kind: z.literal('several-fonts') }),
  z.object({ kind: z.literal('protected') }),
  z.object({ kind: z.literal('letters-missing'), letters: z.string() }),
  z.object({ kind: z.literal('too-many-bytes'), limit: z.number() }),
]);
export type FontProblem = z.infer<typeof fontProblemSchema>;
