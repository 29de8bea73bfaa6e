/** Asking a person whether an ad may run. A new version of an ad has none: any change asks anew. */
import { z } from 'zod';

/** `approver` and `message` are the chat's own handles, opaque here. `note`: what is to be changed. */
export const approvalSchema = z.object({
  state: z.enum(['asked', 'approved', 'changes']),
  approver: z.object({ platform: z.string(), workspace: z.string(), person: z.string() }),
  note: z.string(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const mostNoteCharacters = 500;
