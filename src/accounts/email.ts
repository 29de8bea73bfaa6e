/** E-mail addresses in the one form in which they are stored and looked up. */
import { z } from 'zod';

const longest = 254;
const schema = z.email().max(longest);

/** Null for what is no address. Letters are made small: no provider of today tells them apart. */
export function normalEmail(typed: string): string | null {
  const read = schema.safeParse(typed.trim().normalize('NFC').toLowerCase());
  return read.success ? read.data : null;
}
