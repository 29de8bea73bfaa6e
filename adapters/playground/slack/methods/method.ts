/** The shape of one Web API method of the loopback Slack, and the reading of its arguments. */
import type { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { ManifestRules } from '../manifest-rules.ts';
import type { OAuthDesk } from '../oauth-desk.ts';
import { refuseWith } from '../refusal.ts';
import type { Json, World } from '../world.ts';

export type Surroundings = {
  world: World;
  faults: Faults;
  rules: ManifestRules;
  oauth: OAuthDesk;
  baseUrl: () => string;
};

export type Method = {
  /** The bot scope it needs, or null for none. */
  scope: string | null;
  token: 'bot' | 'app' | 'none';
  run(args: Json, around: Surroundings): Json;
};

export function readArgs<Schema extends z.ZodType>(schema: Schema, args: Json): z.infer<Schema> {
  const read = schema.safeParse(args);
  if (read.success) return read.data;
  throw refuseWith('invalid_arguments', read.error.issues.map(describe));
}

export function describe(issue: { message: string; path: PropertyKey[] }): string {
  return `${issue.message} [json-pointer:/${issue.path.map(String).join('/')}]`;
}
