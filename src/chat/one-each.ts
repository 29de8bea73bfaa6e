/** Turns one request with several photos into one request for each. Carried out again after a crash, none is made twice. */

import type { CarryOutDeps, Settled } from './presses/press.ts';
import type { AdRequest } from './requests.ts';
import { personKey } from './take-in.ts';

export async function askForEach(deps: CarryOutDeps, intakeId: string, request: AdRequest): Promise<Settled> {
  for (const [index, file] of request.files.entries()) {
    const input: AdRequest = { ...request, files: [file], each: false };
    const { id } = await deps.intakes.add({
      id: deps.newId(),
      attempt: deps.newId(),
      deliveryId: `each ${intakeId} ${index}`,
      person: personKey(request.person),
      input,
      createdAt: deps.clock.now(),
    });
    await deps.queue.ring('take-in', id);
  }
  return 'done';
}
