/** Port for making an ad from a shell: the same use cases, in this process or in the one that already runs. */
import { z } from 'zod';
import { briefSchema } from './brief.ts';

export const orderSchema = briefSchema.omit({ brand: true }).extend({ brand: briefSchema.shape.brand.partial() });
export type Order = z.infer<typeof orderSchema>;

export type OrderPhoto = { name: string; bytes: Uint8Array };

const fileSchema = z.object({
  name: z.string(),
  format: z.string(),
  mediaType: z.string(),
  width: z.number(),
  height: z.number(),
  altText: z.string(),
});
export type DeskFile = z.infer<typeof fileSchema>;

/** `said`: a sentence for the person. `beside`: a file that goes with the others and is none of the ad. `problem`: the ad will not be made, and why. */
export const deskEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('said'), sentence: z.string() }),
  z.object({ event: z.literal('progress'), stage: z.string(), sentence: z.string(), done: z.number() }),
  z.object({ event: z.literal('file'), file: fileSchema }),
  z.object({ event: z.literal('beside'), name: z.string() }),
  z.object({ event: z.literal('problem'), sentences: z.array(z.string()) }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;

export interface AdDesk {
  /** Makes one ad; events come in order, files with their bytes. Resolves after the last event. Nothing of it is kept afterwards. */
  make(
    order: Order,
    photos: OrderPhoto[],
    on: (event: DeskEvent, bytes: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}
