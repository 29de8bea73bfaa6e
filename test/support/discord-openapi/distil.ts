/**
 * Makes `test/support/discord-openapi.json` from Discord's OpenAPI file (github.com/discord/discord-api-spec, MIT): the bodies that the
 * loopback's routes take, and the schemas these need, without prose.
 *
 *     node --import tsx test/support/discord-openapi/distil.ts path/to/openapi.json && npx biome format --write test/support/discord-openapi.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { routes } from '../../../adapters/playground/discord/routes/all-routes.ts';

type Json = Record<string, unknown>;
type Operation = { requestBody?: { content?: { 'application/json'?: { schema: Json } } } };
export type Spec = {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};

export function distil(spec: Spec): Spec {
  const paths: Spec['paths'] = {};
  for (const name of Object.keys(routes)) {
    const [verb = '', path = ''] = name.split(' ');
    const method = verb.toLowerCase();
    const schema = spec.paths[path]?.[method]?.requestBody?.content?.['application/json']?.schema;
    if (!schema) continue;
    paths[path] = {
      ...paths[path],
      [method]: { requestBody: { content: { 'application/json': { schema: withoutProse(schema) as Json } } } },
    };
  }
  const schemas: Record<string, Json> = {};
  const waiting = namesIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = spec.components.schemas[name];
    if (!schema || schemas[name]) continue;
    schemas[name] = withoutProse(schema) as Json;
    waiting.push(...namesIn(schemas[name]));
  }
  const inOrder = Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { openapi: spec.openapi, info: spec.info, paths, components: { schemas: inOrder } };
}

const namesIn = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap((match) => match[1] ?? []);

/** Drops descriptions and titles, but not properties of that name: those are objects. */
function withoutProse(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutProse);
  if (typeof part !== 'object' || part === null) return part;
  const prose = (key: string, value: unknown) =>
    key.startsWith('x-') || key === 'format' || ((key === 'description' || key === 'title') && typeof value === 'string');
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => !prose(key, value))
      .map(([key, value]) => [key, corrections[key] ?? withoutProse(value)]),
  );
}

/** Where Discord's documentation and its OpenAPI file differ, the documentation holds: permissions are sent as strings of digits. */
const corrections: Json = { default_member_permissions: { type: ['string', 'null'], pattern: '^\\d+$' } };

export const distilledFile = fileURLToPath(new URL('../discord-openapi.json', import.meta.url));

const [, script, source] = process.argv;
if (script === fileURLToPath(import.meta.url) && source) {
  writeFileSync(distilledFile, JSON.stringify(distil(JSON.parse(readFileSync(source, 'utf8')) as Spec)));
}
