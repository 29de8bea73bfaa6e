/** What must not come back with a backup: requests that were carried out since, usage of hours that are over, who was signed in, and consent that may have been withdrawn. */
import type { Connection } from './connect.ts';

const emptied = ['Intake', 'UsageEvent', 'SignInTry', 'SignInLink', 'Session'];

/** The newest answer holds: whoever said yes is asked again. */
const askAgain = `
  INSERT INTO public."Consent" ("id", "ownerId", "partner", "given", "textVersion", "createdAt")
  SELECT replace(gen_random_uuid()::text, '-', ''), "ownerId", "partner", FALSE, "textVersion",
    GREATEST(now(), "createdAt" + interval '1 millisecond')
  FROM (SELECT DISTINCT ON ("ownerId", "partner") * FROM public."Consent"
    ORDER BY "ownerId", "partner", "createdAt" DESC, "id" DESC) AS "newest"
  WHERE "given"`;

/** A backup may be older than a table. */
const whereThere = (table: string, statement: string): string =>
  `DO $$ BEGIN IF to_regclass('public."${table}"') IS NOT NULL THEN ${statement}; END IF; END $$`;

/** One statement each. */
export const forgetting: readonly string[] = [
  ...emptied.map((table) => whereThere(table, `DELETE FROM public."${table}"`)),
  whereThere('Consent', askAgain),
];

export async function forgetFleeting({ prisma }: Pick<Connection, 'prisma'>): Promise<void> {
  await prisma.$transaction(forgetting.map((statement) => prisma.$executeRawUnsafe(statement)));
}
