/** The product photo that the project made itself: for the demo, the doctor and the tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const samplePhotoFile = fileURLToPath(new URL('../../adapters/playground/sample/product.jpg', import.meta.url));
export const samplePhoto = (): Uint8Array => readFileSync(samplePhotoFile);
