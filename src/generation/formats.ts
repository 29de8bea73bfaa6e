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

export const stillIds = Object.values(formats).flatMap((format) =>
  format.kind === 'still' ? [format.id] : [],
) satisfies StillId[];
export const filmIds = Object.values(formats).flatMap((format) => (format.kind === 'film' ? [format.id] : [])) satisfies FilmId[];
/** What a chat shows; the first, so that it is there first. */
export const chatFilm: FilmId = 'story-film';
