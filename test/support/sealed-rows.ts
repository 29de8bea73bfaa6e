/** Every sealed value of a database as it lies there, with whoever it belongs to, for trying keys on it. */
import type { Connection } from '../../adapters/postgres/connect.ts';
import { inventory } from '../../adapters/postgres/inventory.ts';
import { unseal } from '../../src/privacy/seal.ts';

/** They say whose neighbour a row is, not whose it is. */
const ofOthers = new Set(['workspaceId', 'makerId']);

type Row = Record<string, unknown>;
/** `cell`: the place that it is bound to. `of`: the ids that its row carries. `hasHour`: its key goes with an hour. */
export type SealedValue = { cell: string; bytes: Uint8Array; of: string[]; hasHour: boolean };

export async function sealedValuesIn({ prisma }: Pick<Connection, 'prisma'>): Promise<SealedValue[]> {
  const found: SealedValue[] = [];
  for (const [model, { columns }] of Object.entries(inventory)) {
    const rules = Object.entries(columns) as [string, { is: string; under?: string }][];
    const sealed = rules.filter(([, rule]) => rule.is === 'sealed');
    if (sealed.length === 0) continue;
    for (const row of await prisma.$queryRawUnsafe<Row[]>(`SELECT * FROM "${model}"`)) {
      const isOwn = (column: string): boolean => !(ofOthers.has(column) || row[column] === null);
      const of = rules.flatMap(([column, { is }]) => (is === 'reference' && isOwn(column) ? [String(row[column])] : []));
      const name = model === 'SentFile' ? `${row['adId']} ${row['key']}` : String(row['id']);
      for (const [column, { under }] of sealed) {
        const bytes = row[column];
        const hasHour = under?.endsWith('hour') === true;
        if (bytes instanceof Uint8Array) found.push({ cell: `${model}.${column}:${name}`, bytes, of, hasHour });
      }
    }
  }
  return found;
}

/** Whether any of the keys opens it. */
export function isOpenedBy(keys: readonly Uint8Array[], { cell, bytes }: SealedValue): boolean {
  return keys.some((key) => {
    try {
      return unseal(key, cell, bytes).length > 0;
    } catch {
      return false;
    }
  });
}
