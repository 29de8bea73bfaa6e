/** Names a finished file so that a person can tell it from its neighbours. */
import type { Creative } from '../generation/ad.ts';
import { formats } from '../generation/formats.ts';
import type { Bytes } from '../generation/ports.ts';
import type { OutgoingFile } from './chat-adapter.ts';

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'video/mp4': 'mp4' };

export const fileName = (creative: Pick<Creative, 'format' | 'width' | 'height' | 'mediaType'>): string =>
  `ad_${creative.format}_${creative.width}x${creative.height}.${endings[creative.mediaType] ?? 'bin'}`;

export function outgoingFile(creative: Creative, read: () => Bytes): OutgoingFile {
  return {
    key: creative.format,
    name: fileName(creative),
    title: `${formats[creative.format].label} ${creative.width} × ${creative.height}`,
    mediaType: creative.mediaType,
    altText: creative.altText,
    length: creative.bytes,
    read,
  };
}
