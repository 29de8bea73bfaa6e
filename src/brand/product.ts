/** A saved product: its photos and what is known of it, to make ads of it without handing anything in again. It belongs to a person. */
import { z } from 'zod';
import { briefLimits } from '../generation/brief.ts';
import { kitLimits } from './kit.ts';

/** As many products as a form can offer beside "none" on every platform. */
export const productLimits = { products: 24, name: 60, price: briefLimits.words.price, link: kitLimits.webAddress } as const;

export const productFactsSchema = z.object({
  name: z.string(),
  /** As typed, e.g. "€19.90"; empty: none. */
  price: z.string(),
  /** Where it can be had, without `https://`; empty: nowhere in particular. */
  link: z.string(),
  /** Its person wants its photo whole, also where it could be cut out; absent: not asked yet. */
  wholePhoto: z.boolean().optional(),
});
export type ProductFacts = z.infer<typeof productFactsSchema>;

export type Product = { id: string; ownerId: string; facts: ProductFacts; photoIds: string[] };

/** Port to the products that people saved, each sealed under a key of its own. A product whose key is gone is no product. */
export interface ProductStore {
  /** Stores it under its key, once per id; its photos are kept from now on. */
  add(product: Product): Promise<void>;
  read(id: string): Promise<Product | null>;
  /** Newest first. */
  ofOwner(ownerId: string): Promise<Product[]>;
  /** Nothing happens where it is gone. */
  saveFacts(id: string, facts: ProductFacts): Promise<void>;
  /** Its photos that no ad and no other product uses. */
  photosOfItsOwn(id: string): Promise<string[]>;
  /** Removes the row; photos stay. */
  remove(id: string): Promise<void>;
}
