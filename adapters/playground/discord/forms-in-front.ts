/** The form in front of a person: waiting for it, filling it in, sending it and closing it. */
import { type Entered, fieldsOf, submitted } from './form-entry.ts';
import { NotSent } from './handed-files.ts';
import { deliver } from './interactions.ts';
import type { Surroundings } from './surroundings.ts';
import { toldMessage } from './told-message.ts';
import { waitFor } from './wait-for.ts';
import { messageById, type Reply, type StoredForm, type User } from './world.ts';

export function createFormsInFront(person: User, around: Surroundings) {
  const { world } = around;
  const form = (): StoredForm | undefined => world.forms.findLast((one) => one.owner === person.id && one.state === 'open');
  const entered = new Map<StoredForm, Entered>();

  function front(): StoredForm {
    const open = form();
    if (!open) throw new NotSent('There is no form in front');
    return open;
  }

  return {
    /** The form in front of this person, or nothing. */
    form,
    waitForForm: (isIt: (form: StoredForm) => boolean = () => true): Promise<StoredForm> =>
      waitFor(
        world,
        () => {
          const open = form();
          return open && isIt(open) ? open : null;
        },
        { what: 'a form' },
      ),
    /** The fields of the form in front, each with its label. */
    fields: () => fieldsOf(front()),
    /** Enters values into the form in front, by custom id or label, without sending it. */
    fillIn(values: Entered) {
      const open = front();
      entered.set(open, { ...entered.get(open), ...values });
    },
    /** Sends the form in front; what is not entered keeps the value that the form came with. It stays open when the app does not answer. */
    async submit(values: Entered = {}): Promise<Reply> {
      const open = front();
      const channel = world.channels.get(open.channel);
      if (!channel) throw new NotSent('The channel is gone');
      const { components, resolved } = submitted(open, { ...entered.get(open), ...values }, around);
      const source = messageById(world, open.source);
      const message = source ? { message: toldMessage(source, around) } : {};
      const data = { custom_id: open.customId, components, resolved };
      const reply = await deliver({ kind: 'form', user: person, channel, data, ...message }, around);
      if (reply.kind === 'acknowledged') open.state = 'closed';
      world.changed();
      return reply;
    },
    closeForm() {
      front().state = 'closed';
      world.changed();
    },
  };
}
