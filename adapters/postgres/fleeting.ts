/** What must not come back with a backup: requests that were carried out since, usage of hours that are over, and who was signed in. */
import type { Connection } from './connect.ts';

export async function forgetFleeting({ prisma }: Pick<Connection, 'prisma'>): Promise<void> {
  await prisma.$transaction([
    prisma.intake.deleteMany(),
    prisma.usageEvent.deleteMany(),
    prisma.signInTry.deleteMany(),
    prisma.signInLink.deleteMany(),
    prisma.session.deleteMany(),
  ]);
}
