/** The forms in front of a person: waiting for one, filling it in, sending it and closing it. */
import type { Deliveries, Reply } from './deliveries.ts';
import { type Entered, enteredValues, FormNotSent } from './form-entry.ts';
import type { Surroundings } from './methods/method.ts';
import { toldView } from './methods/views.ts';
import type { Paperwork } from './paperwork.ts';
import { type Json, type StoredView, waitFor } from './world.ts';

export type Submitted = { closed: true } | { closed: false; errors: Record<string, string> };

export function createFormsInFront(person: string, around: Surroundings, deliveries: Deliveries, paper: Paperwork) {
  const { world } = around;
  function openView(): StoredView | undefined {
    return [...world.views.values()].filter((view) => view.owner === person && view.state === 'open').at(-1);
  }
  return {
    openView,
    /** The form in front of this person, as soon as there is one that `isIt` accepts. */
    waitForView: (isIt: (view: StoredView) => boolean = () => true): Promise<StoredView> =>
      waitFor(
        world,
        () => {
          const view = openView();
          return view && isIt(view) ? view : null;
        },
        { what: 'a form' },
      ),
    /** Sends a form; what is not entered keeps the value that the form came with. */
    async submit(view: StoredView, entered: Entered = {}): Promise<Submitted> {
      const values = enteredValues(view, entered, around);
      const payload = { ...paper.common('view_submission'), view: toldView(world, view, values), response_urls: [] };
      return settleView(view, await deliveries.deliver('interactive', payload), around);
    },
    closeView(view: StoredView) {
      view.state = 'closed';
      world.changed();
    },
  };
}

function settleView(view: StoredView, reply: Reply, { world }: Surroundings): Submitted {
  if (reply.kind !== 'acknowledged') {
    return { closed: false, errors: { '': 'We had some trouble connecting. Try again?' } };
  }
  const { response_action: action, errors } = reply.body;
  if (action === 'errors') {
    view.errors = errors as Record<string, string>;
    const inputs = (view.view['blocks'] as Json[]).filter((block) => block['type'] === 'input').map((block) => block['block_id']);
    const stray = Object.keys(view.errors).find((block) => !inputs.includes(block));
    if (stray !== undefined) throw new FormNotSent(`The app named a field that the form does not have: "${stray}"`);
    world.changed();
    return { closed: false, errors: view.errors };
  }
  if (action !== undefined) throw new FormNotSent(`The loopback does not know response_action "${String(action)}"`);
  view.state = 'closed';
  world.changed();
  return { closed: true };
}
