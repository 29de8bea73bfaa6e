/** The media type that the loopback gives a file: by its name, as it stores bytes without looking at them. */
const byEnding: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  txt: 'text/plain',
  html: 'text/html',
};

export function mediaTypeOf(name: string): string {
  return byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
