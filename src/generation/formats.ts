/** The six master pictures, the display banners, the pictures without words, and the films: exact pixels, and the box in which text, logo and button must stay. */

/** x, y: upper left corner; all in pixels of the finished file. */
export type Box = { x: number; y: number; width: number; height: number };

export type Format = {
  id: string;
  /** `still`: a master. `variant`: a master in another size. `display`: a banner or tile with a layout of its own. `clean`: neither words nor logo, where a program forbids them. */
  kind: 'still' | 'variant' | 'display' | 'clean' | 'film';
  /** Plain words for a person. */
  label: string;
  width: number;
  height: number;
  /** Nothing that must be read leaves this box. */
  safe: Box;
  /** Seconds; films only. */
  seconds?: number;
  /** The file may not be larger; absent: no limit that a picture of this size would reach. */
  mostBytes?: number;
  /** Where JPEG is not taken; absent: JPEG. */
  mediaType?: 'image/png';
};

type Shape = Pick<Format, 'width' | 'height' | 'safe'>;

/** 9:16: the intersection of the zones of Meta, TikTok, YouTube Shorts and Snapchat (placements reference, section 5). */
const shapes = {
  square: { width: 1080, height: 1080, safe: { x: 70, y: 70, width: 940, height: 940 } },
  portrait: { width: 1080, height: 1350, safe: { x: 70, y: 70, width: 940, height: 1210 } },
  story: { width: 1080, height: 1920, safe: { x: 65, y: 270, width: 823, height: 978 } },
  wide: { width: 1920, height: 1080, safe: { x: 96, y: 70, width: 1728, height: 940 } },
} as const satisfies Record<string, Shape>;

const film = <Id extends string>(id: Id, label: string, shape: Shape, seconds: number) => ({
  id,
  kind: 'film' as const,
  label: `${label}, ${seconds} s`,
  ...shape,
  seconds,
});

/** What the networks of display banners take. */
const bannerBytes = 150_000;

function banner<const Id extends string>(id: Id, width: number, height: number) {
  const inset = Math.max(5, Math.round(Math.min(width, height) * 0.065));
  const safe = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
  return { id, kind: 'display', label: 'Banner', width, height, safe, mostBytes: bannerBytes } as const;
}

/** Google asks for 10 % at each edge of 1.91:1. */
export const formats = {
  square: { id: 'square', kind: 'still', label: 'Square', ...shapes.square },
  portrait: { id: 'portrait', kind: 'still', label: 'Portrait', ...shapes.portrait },
  story: { id: 'story', kind: 'still', label: 'Story', ...shapes.story },
  landscape: {
    id: 'landscape',
    kind: 'still',
    label: 'Landscape',
    width: 1200,
    height: 628,
    safe: { x: 120, y: 63, width: 960, height: 502 },
  },
  wide: { id: 'wide', kind: 'still', label: 'Wide', ...shapes.wide },
  pin: { id: 'pin', kind: 'still', label: 'Pin', width: 1000, height: 1500, safe: { x: 65, y: 65, width: 870, height: 1370 } },
  'square-1200': {
    id: 'square-1200',
    kind: 'variant',
    label: 'Square',
    width: 1200,
    height: 1200,
    safe: { x: 120, y: 120, width: 960, height: 960 },
  },
  'portrait-960': {
    id: 'portrait-960',
    kind: 'variant',
    label: 'Portrait',
    width: 960,
    height: 1200,
    safe: { x: 96, y: 120, width: 768, height: 960 },
  },
  'portrait-720': {
    id: 'portrait-720',
    kind: 'variant',
    label: 'Portrait',
    width: 720,
    height: 900,
    safe: { x: 47, y: 47, width: 626, height: 806 },
  },
  'banner-300x250': banner('banner-300x250', 300, 250),
  'banner-336x280': banner('banner-336x280', 336, 280),
  'banner-250x250': banner('banner-250x250', 250, 250),
  'banner-728x90': banner('banner-728x90', 728, 90),
  'banner-970x90': banner('banner-970x90', 970, 90),
  'banner-970x250': banner('banner-970x250', 970, 250),
  'banner-468x60': banner('banner-468x60', 468, 60),
  'banner-320x50': banner('banner-320x50', 320, 50),
  'banner-320x100': banner('banner-320x100', 320, 100),
  'banner-414x125': banner('banner-414x125', 414, 125),
  'banner-160x600': banner('banner-160x600', 160, 600),
  'banner-300x600': banner('banner-300x600', 300, 600),
  'tile-360x600': { ...banner('tile-360x600', 360, 600), label: 'Tile', mostBytes: 2_000_000, mediaType: 'image/png' },
  'tall-628x1200': { ...banner('tall-628x1200', 628, 1200), label: 'Tall', mostBytes: 5_000_000 },
  'clean-landscape': {
    id: 'clean-landscape',
    kind: 'clean',
    label: 'Without words',
    width: 1200,
    height: 628,
    safe: { x: 120, y: 63, width: 960, height: 502 },
  },
  'clean-160x160': {
    id: 'clean-160x160',
    kind: 'clean',
    label: 'Without words',
    width: 160,
    height: 160,
    safe: { x: 10, y: 10, width: 140, height: 140 },
  },
  // For the chat; the others are for placements: 15 seconds suit all but a few, 6 are just over the least, 5.9 under the most.
  'story-film': film('story-film', 'Story film', shapes.story, 8),
  'story-film-15': film('story-film-15', 'Story film', shapes.story, 15),
  'square-film-15': film('square-film-15', 'Square film', shapes.square, 15),
  'portrait-film-15': film('portrait-film-15', 'Portrait film', shapes.portrait, 15),
  'wide-film-15': film('wide-film-15', 'Wide film', shapes.wide, 15),
  'story-film-6': film('story-film-6', 'Story film', shapes.story, 6),
  'square-film-6': film('square-film-6', 'Square film', shapes.square, 6),
  'portrait-film-6': film('portrait-film-6', 'Portrait film', shapes.portrait, 6),
  'wide-film-6': film('wide-film-6', 'Wide film', shapes.wide, 6),
  'wide-film-bumper': film('wide-film-bumper', 'Bumper', shapes.wide, 5.9),
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;
export type FilmId = { [Id in FormatId]: (typeof formats)[Id]['kind'] extends 'film' ? Id : never }[FormatId];
export type StillId = Exclude<FormatId, FilmId>;

/** The six masters. */
export const stillIds = Object.values(formats).flatMap((format) =>
  format.kind === 'still' ? [format.id] : [],
) satisfies StillId[];
export const displayIds = Object.values(formats).flatMap((format) =>
  format.kind === 'display' ? [format.id] : [],
) satisfies StillId[];
/** Everything that is a picture. */
export const pictureIds = Object.values(formats).flatMap((format) =>
  format.kind === 'film' ? [] : [format.id],
) satisfies StillId[];
export const filmIds = Object.values(formats).flatMap((format) => (format.kind === 'film' ? [format.id] : [])) satisfies FilmId[];
/** What a chat shows; the first, so that it is there first. */
export const chatFilm: FilmId = 'story-film';
