/** What an erasure on request is about. */
import { z } from 'zod';

/** `workspace`: all of one person in one workspace. `account`: all of them wherever they are known under one account. */
export const erasureScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ad'), adId: z.string() }),
  z.object({ kind: z.literal('photos') }),
  z.object({ kind: z.literal('product'), productId: z.string() }),
  /** `handOver`: ads that stand in channels become the workspace's instead of being erased. */
  z.object({ kind: z.literal('workspace'), handOver: z.boolean() }),
  z.object({ kind: z.literal('account'), handOver: z.boolean() }),
]);
export type ErasureScope = z.infer<typeof erasureScope>;
