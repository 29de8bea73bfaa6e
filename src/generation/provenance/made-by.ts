/** How a file came to be, as it says of itself: the values of the IPTC vocabulary "Digital Source Type". */
import { z } from 'zod';

/** `studio`: put together from a person's photo and drawn parts. `studio-and-model`: parts of it came from an AI model. `model`: all of it did, unchanged. */
export const madeBySchema = z.enum(['studio', 'studio-and-model', 'model']);
export type MadeBy = z.infer<typeof madeBySchema>;

const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** A composite is made of several elements; the two others say that a trained model drew at least some of them. */
export const sourceTypes: Readonly<Record<MadeBy, string>> = {
  studio: `${vocabulary}composite`,
  'studio-and-model': `${vocabulary}compositeWithTrainedAlgorithmicMedia`,
  model: `${vocabulary}trainedAlgorithmicMedia`,
};
