/** What must not come back with a backup: requests that were carried out since, usage of hours that are over and who was signed in. */
import type { Connection } from './connect.ts';

const emptied = ['Intake', 'UsageEvent', 'SignInTry', 'SignInLink', 'Session'];

/** A backup may be older than a table. */
const whereThere = (table: string, statement: string): string =>
  `DO $$ BEGIN IF to_regclass('public."${table}"') IS NOT NULL THEN ${statement}; END IF; END $$`;

/** One statement each. */
export const forgetting: readonly string[] = [
  ...emptied.map((table) => whereThere(table, `DELETE FROM public."${table}"`)),
];

export async function forgetFleeting({ prisma }: Pick<Connection, 'prisma'>): Promise<void> {
  await prisma.$transaction(forgetting.map((statement) => prisma.$executeRawUnsafe(statement)));
}
