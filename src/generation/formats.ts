/** The six master pictures and the films: exact pixels, and the box in which text, logo and button must stay. */

/** x, y: upper left corner; all in pixels of the finished file. */
export type Box = { x: number; y: number; width: number; height: number };

export type Format = {
  id: string;
  kind: 'still' | 'film';
  /** Plain words for a person. */
  label: string;
  width: number;
  height: number;
  /** Nothing that must be read leaves this box. */
  safe: Box;
  /** Seconds; films only. */
  seconds?: number;
};

/** 9:16: the intersection of the zones of Meta, TikTok, YouTube Shorts and Snapchat (placements reference, section 5). Google asks for 10 % at each edge of 1.91:1. */
export const formats = {
  square: {
    id: 'square',
    kind: 'still',
    label: 'Square',
    width: 1080,
    height: 1080,
    safe: { x: 70, y: 70, width: 940, height: 940 },
  },
  portrait: {
    id: 'portrait',
    kind: 'still',
    label: 'Portrait',
    width: 1080,
    height: 1350,
    safe: { x: 70, y: 70, width: 940, height: 1210 },
  },
  story: {
    id: 'story',
    kind: 'still',
    label: 'Story',
    width: 1080,
    height: 1920,
    safe: { x: 65, y: 270, width: 823, height: 978 },
  },
  landscape: {
    id: 'landscape',
    kind: 'still',
    label: 'Landscape',
    width: 1200,
    height: 628,
    safe: { x: 120, y: 63, width: 960, height: 502 },
  },
  wide: { id: 'wide', kind: 'still', label: 'Wide', width: 1920, height: 1080, safe: { x: 96, y: 70, width: 1728, height: 940 } },
  pin: { id: 'pin', kind: 'still', label: 'Pin', width: 1000, height: 1500, safe: { x: 65, y: 65, width: 870, height: 1370 } },
  'story-film': {
    id: 'story-film',
    kind: 'film',
    label: 'Story film',
    width: 1080,
    height: 1920,
    safe: { x: 65, y: 270, width: 823, height: 978 },
    seconds: 8,
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
export type FilmId = { [Id in FormatId]: (typeof formats)[Id]['kind'] extends 'film' ? Id : never }[FormatId];
export type StillId = Exclude<FormatId, FilmId>;

export const stillIds = Object.values(formats).flatMap((format) =>
  format.kind === 'still' ? [format.id] : [],
) satisfies StillId[];
export const filmIds = Object.values(formats).flatMap((format) => (format.kind === 'film' ? [format.id] : [])) satisfies FilmId[];
