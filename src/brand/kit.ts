/** A brand kit: what all ads of one brand have in common. It belongs to a workspace. */
import { z } from 'zod';
import { briefLimits } from '../generation/brief.ts';
import { fontUseSchema } from '../generation/font.ts';

/** Characters, and how many of each. As many kits as one message can list with their buttons, and one form can offer. */
export const kitLimits = {
  kits: 7,
  name: 40,
  colours: 5,
  webAddress: 60,
  buttonText: briefLimits.words.button,
  smallPrint: briefLimits.words.smallPrint,
  tone: 80,
  neverSay: 20,
  word: 40,
  editors: 10,
} as const;

export const kitFactsSchema = z.object({
  name: z.string(),
  /** `#rrggbb`, the main one first; empty: ads take their colours from the product. */
  colours: z.array(z.string().regex(/^#[0-9a-f]{6}$/)),
  webAddress: z.string(),
  /** On the button of an ad whose brief names no other; empty: chosen by the brief. */
  buttonText: z.string(),
  /** Under an ad whose brief brings none of its own, e.g. "18+". */
  smallPrint: z.string(),
  /** How the brand speaks, in a few words, for whoever writes its texts. */
  tone: z.string(),
  /** Words that no ad of this brand may say. */
  neverSay: z.array(z.string()),
  /** Whether everybody in the workspace may change it, or only its maker and its editors. */
  isOpen: z.boolean(),
  /** People besides its maker who may change it, by their ids on the platform. */
  editors: z.array(z.string()),
  /** How its own font, which is in the media store, is used; null: it has none. */
  font: fontUseSchema.nullable().default(null),
});
export type KitFacts = z.infer<typeof kitFactsSchema>;

export type Kit = {
  id: string;
  /** The workspace it belongs to. */
  ownerId: string;
  /** The member who made it. */
  makerId: string;
  /** Used wherever no other is chosen. */
  isDefault: boolean;
  hasLogo: boolean;
  facts: KitFacts;
};

/** Somebody in a workspace; `person`: their id on the platform. */
export type KitUser = { ownerId: string; workspaceOwnerId: string; person: string };

/** Whoever made it or is named as an editor, and everybody in its workspace where one of them said so. */
export const mayChange = ({ ownerId, makerId, facts }: Kit, user: KitUser): boolean =>
  ownerId === user.workspaceOwnerId && (makerId === user.ownerId || facts.isOpen || facts.editors.includes(user.person));
