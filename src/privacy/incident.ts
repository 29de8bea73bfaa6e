/** Who is affected by an incident (GDPR art. 33 and 34): as contact data, classes of data and disclosures, and nothing more. */
import { z } from 'zod';
import { disclosedFields } from './partners.ts';
import { dataClasses } from './personal-data.ts';

/** Ms since 1970. `partner`: where it happened; null: here. */
export const incidentSchema = z.object({ since: z.number(), until: z.number(), partner: z.string().nullable() });
export type Incident = z.infer<typeof incidentSchema>;

export const affectedSchema = z.object({
  platform: z.string(),
  workspace: z.string(),
  /** Null: the workspace itself. */
  person: z.string().nullable(),
  /** Null where they have no account with one. */
  email: z.string().nullable(),
  /** What is held of them, or, where it happened at a partner, what went there. */
  classes: z.array(z.enum(dataClasses)),
  /** What may have lain with a partner at that time. `first`, `last`: ms. */
  disclosures: z.array(
    z.object({
      partner: z.string(),
      count: z.number().int(),
      fields: z.array(z.enum(disclosedFields)),
      bytes: z.number().int(),
      first: z.number(),
      last: z.number(),
    }),
  ),
});
export type Affected = z.infer<typeof affectedSchema>;

/** Port to everybody's records, read in pages. */
export interface IncidentStore {
  /** Each person once. Whoever is erased is not told of: nothing of them can be read any more. */
  affected(incident: Incident): AsyncIterable<Affected>;
}

const columns = ['platform', 'workspace', 'person', 'email', 'classes', 'partners', 'fields', 'calls', 'first', 'last'] as const;
export const affectedHead = columns.join(',');

/** One line of a table as spreadsheets read it. */
export function affectedLine({ platform, workspace, person, email, classes, disclosures }: Affected): string {
  const times = disclosures.flatMap(({ first, last }) => [first, last]);
  const cells: Record<(typeof columns)[number], string> = {
    platform,
    workspace,
    person: person ?? '',
    email: email ?? '',
    classes: classes.join(' '),
    partners: disclosures.map(({ partner }) => partner).join(' '),
    fields: [...new Set(disclosures.flatMap(({ fields }) => fields))].join(' '),
    calls: String(disclosures.reduce((sum, { count }) => sum + count, 0)),
    first: times.length > 0 ? instant(Math.min(...times)) : '',
    last: times.length > 0 ? instant(Math.max(...times)) : '',
  };
  return columns.map((column) => quoted(cells[column])).join(',');
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** A cell that begins with such a sign would be run as a formula. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
