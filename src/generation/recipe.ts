/** The recipe of an ad: everything the studio needs besides the photos. The same recipe and photos give the same pictures. */
import { z } from 'zod';
import { fontUseSchema } from './font.ts';

/** The looks, each distinct in mood. `editorial`: paper, serif, calm. `block`: bold two-tone retail. `spotlight`: one light on a dark stage. `magazine`: a tall panel beside a column of text. `minimal`: much white, little type. `offer`: led by the price. */
export const lookIds = ['editorial', 'block', 'spotlight', 'magazine', 'minimal', 'offer'] as const;
export const lookSchema = z.enum(lookIds);
export type LookId = z.infer<typeof lookSchema>;

/** Which picture of the product is drawn: free of its background; its white background taking on the tint of a panel, as a print on tinted paper does; or the whole photo in a frame. */
export const routeIds = ['cutout', 'multiply', 'framed'] as const;
export const routeSchema = z.enum(routeIds);
export type Route = z.infer<typeof routeSchema>;

const hex = z.string().regex(/^#[0-9a-f]{6}$/);

/** The words on the ad. An empty string means: leave it out. Prices are kept as typed, e.g. "€19.90". */
export const copySchema = z.object({
  headline: z.string(),
  body: z.string(),
  button: z.string(),
  price: z.string(),
  oldPrice: z.string(),
  smallPrint: z.string(),
});
export type Copy = z.infer<typeof copySchema>;

/** Colours measured on the product, most telling first, `#rrggbb`; `share` is the part of the product's area, 0 to 1. */
export const paletteSchema = z.array(z.object({ colour: hex, share: z.number().min(0).max(1) })).min(1);
export type Palette = z.infer<typeof paletteSchema>;

/** What is known of the brand; every field may be empty. */
export const brandSchema = z.object({
  name: z.string(),
  /** Overrides the product's colours; empty: take them from the product. */
  colours: z.array(hex),
  webAddress: z.string(),
  /** The brand kit all this comes from, whose logo is drawn and whose font is used as long as the kit has them; absent: no kit. */
  kit: z.object({ id: z.string(), hasLogo: z.boolean(), font: fontUseSchema.optional() }).optional(),
});
export type Brand = z.infer<typeof brandSchema>;

/** Languages whose rules are known, by their BCP 47 primary language; `zh` is written in simplified characters. */
export const ruledLanguages = ['en', 'de', 'fr', 'es', 'ja', 'zh'] as const;
export type RuledLanguage = (typeof ruledLanguages)[number];
/** Language of the words on the ad. `other`: one whose rules are not known, so that only the person's own words are used. */
export const languageSchema = z.enum([...ruledLanguages, 'other']);
export type Language = z.infer<typeof languageSchema>;

export const recipeSchema = z.object({
  look: lookSchema,
  /** `framed` when the person asked for the whole photo, else what preparing decided. */
  route: routeSchema,
  copy: copySchema,
  language: languageSchema,
  palette: paletteSchema,
  brand: brandSchema,
  /** Films without music; absent: with it. */
  isSilent: z.boolean().optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;
