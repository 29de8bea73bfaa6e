/** Reads a part of a request by its schema, or refuses it the way Discord does. */
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

export function readWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new Refusal(50035, { problems: read.error.issues.map(({ path, message }) => ({ path, message })) });
}
