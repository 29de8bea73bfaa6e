/** How a column of the database is declared. */
import type { Holding } from '../../src/privacy/personal-data.ts';
import type { Prisma } from './generated/client.ts';

/**
 * sealed: personal, encrypted under the key named with it. hash: a keyed hash of something personal, declared and named in receipts.
 * reference: a random id. fact: a state, size or count that tells nothing of a person. time: when the row was made.
 */
type Rule =
  | {
      is: 'sealed';
      under:
        | 'owner'
        | 'ad'
        | 'photo'
        | 'kit'
        | 'value'
        | 'product'
        | 'token'
        | 'intake hour'
        | 'usage hour'
        | 'obligation'
        | 'request';
    }
  | { is: 'hash' }
  | { is: 'reference' }
  | { is: 'fact' }
  | { is: 'time' };

/** UNDOCUMENTED by Prisma: the shape behind a model's columns. Prisma is pinned; this is the only place that uses it. */
type Scalars = { [M in Prisma.ModelName]: Prisma.TypeMap['model'][M]['payload']['scalars'] };
type Columns<M extends Prisma.ModelName> = {
  [C in keyof Scalars[M]]-?: NonNullable<Scalars[M][C]> extends Uint8Array
    ? Extract<Rule, { is: 'sealed' | 'hash' }>
    : Exclude<Rule, { is: 'sealed' | 'hash' }>;
};
export type Inventory = { [M in Prisma.ModelName]: { holding: Holding; columns: Columns<M> } };

export const reference = { is: 'reference' } as const;
export const fact = { is: 'fact' } as const;
export const time = { is: 'time' } as const;
export const hash = { is: 'hash' } as const;
export const sealed = <U extends Extract<Rule, { is: 'sealed' }>['under']>(under: U) => ({ is: 'sealed', under }) as const;
