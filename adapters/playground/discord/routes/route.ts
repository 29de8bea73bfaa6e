/** The shape of one REST route of the loopback Discord. */
import type { Body } from '../request-body.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Json } from '../world.ts';

export type Call = {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Body;
};

/** 204 has no body at all. */
export type Answer = { status: 200 | 201; body: Json | Json[] } | { status: 204 };

export type Route = {
  /** Whether it needs the bot's token, or only the token in its path. */
  auth: 'bot' | 'none';
  run(call: Call, around: Surroundings): Answer;
};

/** By method and path, as Discord's OpenAPI file writes them. */
export type Routes = Readonly<Record<string, Route>>;

export const found = (body: Json | Json[]): Answer => ({ status: 200, body });
export const done: Answer = { status: 204 };
