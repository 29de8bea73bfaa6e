/** Whose ad is drawn next: every workspace has its turn, and in it every person, so that nobody fills the queue for others. */
import type { FormatId } from './formats.ts';

export type Turn = { ownerId: string; workspaceId: string | null };
/** `askedAt`: ms since 1970. */
export type Waiting = Turn & { id: string; askedAt: number; formats: readonly FormatId[] };

/** Ids in the order in which they are drawn. `drawing`: whose ads are being drawn now. No input, no output. */
export function fairOrder(waiting: readonly Waiting[], drawing: readonly Turn[]): Waiting[] {
  const taken = new Map<string, number>();
  const count = (turn: Turn): void => {
    for (const key of keysOf(turn)) taken.set(key, (taken.get(key) ?? 0) + 1);
  };
  for (const turn of drawing) count(turn);
  const rest = [...waiting].sort((a, b) => a.askedAt - b.askedAt);
  const order: Waiting[] = [];
  while (rest.length > 0) {
    const next = rest.reduce((best, one) => (isBefore(turnsOf(one, taken), turnsOf(best, taken)) ? one : best));
    rest.splice(rest.indexOf(next), 1);
    order.push(next);
    count(next);
  }
  return order;
}

/** People of no workspace, as at a shell, are a workspace of their own. */
const keysOf = ({ ownerId, workspaceId }: Turn): [string, string] => [`workspace ${workspaceId ?? ownerId}`, `person ${ownerId}`];

const turnsOf = (turn: Turn, taken: ReadonlyMap<string, number>): [number, number] => {
  const [workspace, person] = keysOf(turn);
  return [taken.get(workspace) ?? 0, taken.get(person) ?? 0];
};

/** Of equals the older one stays, because the list is sorted by age. */
const isBefore = (a: [number, number], b: [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
