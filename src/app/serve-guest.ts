/** What other commands ask of the process that holds the stores: one request each, answered in events. */
import { z } from 'zod';
import { type MailDesk, mailOrderSchema } from '../chat/privacy/by-mail/mail-desk.ts';
import { type AdDesk, orderSchema } from '../generation/ad-desk.ts';
import { type Affected, type Incident, incidentSchema } from '../privacy/incident.ts';
import type { CheckResult } from './checks.ts';

export type GuestHandlers = {
  desk: AdDesk;
  mail: MailDesk;
  affected(incident: Incident): AsyncIterable<Affected>;
  check(): Promise<CheckResult[]>;
};

export type Tell = (event: unknown, bytes?: Uint8Array) => Promise<void>;

const adSchema = z.object({ order: orderSchema, names: z.array(z.string()) });

export async function serveGuest(
  handlers: GuestHandlers,
  { kind, header, blobs }: { kind: string; header: unknown; blobs: Uint8Array[] },
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  switch (kind) {
    case 'check':
      for (const result of await handlers.check()) await tell(result);
      return;
    case 'mail':
      return handlers.mail.serve(mailOrderSchema.parse(header), tell, signal);
    case 'incident':
      for await (const one of handlers.affected(incidentSchema.parse(header))) {
        signal.throwIfAborted();
        await tell(one);
      }
      return;
    case 'make-ad': {
      const { order, names } = adSchema.parse(header);
      const photos = blobs.map((bytes, index) => ({ name: names[index] ?? 'photo', bytes }));
      return handlers.desk.make(order, photos, tell, signal);
    }
    default:
      throw new Error(`No command asks for "${kind}".`);
  }
}
