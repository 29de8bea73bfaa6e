/** Holds what was sent to the loopback Discord against Discord's own description of its interface. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JournalEntry } from '../../../adapters/playground/discord/world.ts';
import { distilledFile, type Spec } from './distil.ts';

/** False when Discord's description is not there; tests must then say so by a skipped test of that name. */
export const hasOpenApi = existsSync(distilledFile);
export const skippedName = `SKIPPED: ${distilledFile} is missing, so no request was held against Discord's OpenAPI file`;

const specId = 'https://discord.invalid/openapi.json';

function createValidator() {
  const spec = JSON.parse(readFileSync(distilledFile, 'utf8')) as Spec;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: specId, ...spec });
  const compiled = new Map<string, ValidateFunction>();
  return ({ method, route, body, status, code }: JournalEntry): string[] => {
    const wasRead = status !== 0 && code !== 40_005;
    if (!wasRead) return [];
    const verb = method.toLowerCase();
    if (!spec.paths[route]?.[verb]) return body === undefined ? [] : [`${method} ${route} takes no body`];
    const steps = ['paths', route, verb, 'requestBody', 'content', 'application/json', 'schema'];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const $ref = `${specId}#/${pointer}`;
    const validate = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => `${method} ${route} ${error.instancePath} ${error.message}`);
  };
}

let validator: ReturnType<typeof createValidator> | null = null;

/** What is wrong with a request's JSON, or its `payload_json`; empty when nothing is, or when the loopback did not read it. */
export function validateAgainstOpenApi(entry: JournalEntry): string[] {
  validator ??= createValidator();
  return validator(entry);
}
