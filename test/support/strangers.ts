/** Somebody who presses buttons that were never shown to them, or types anything, and what they are told. */
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { LoopbackWorkspace } from '../../adapters/playground/slack/workspace.ts';

type Where = Pick<LoopbackWorkspace, 'waitFor' | 'channel' | 'world'>;
export type Asked = { action: string; value: string } | { command: string; text: string };

/** Everything that they see because of it: words, or a form in its last state. Empty where nothing is said. */
export async function askedBy(person: Person, at: Where, asked: Asked): Promise<string> {
  const channel = at.channel('strangers');
  const heard = person.ephemerals().length;
  const shown = at.world.views.size;
  if ('action' in asked)
    await person.press({ ts: '1.000001', channel: channel.id, thread: null, blocks: [button(asked)] }, asked.action);
  else await person.command(asked.command, asked.text, { channel });
  const told = () => {
    const views = [...at.world.views.values()].slice(shown).map(({ view }) => view);
    // A form says first that it is loading.
    const settled = views.filter((view) => !JSON.stringify(view).includes('"block_id":"loading"'));
    return [
      ...person
        .ephemerals()
        .slice(heard)
        .map(({ text, blocks }) => ({ text, blocks })),
      ...settled,
    ];
  };
  await at.waitFor(() => told().length > 0, { withinMs: 10_000, what: `an answer to ${JSON.stringify(asked)}` });
  const view = person.openView();
  if (view) person.closeView(view);
  return JSON.stringify(told()).replaceAll(/"(private_metadata|context|block_id|action_id)":"[^"]*"/gu, '');
}

const button = ({ action, value }: { action: string; value: string }) => ({
  type: 'actions',
  block_id: 'b1',
  elements: [{ type: 'button', action_id: action, value, text: { type: 'plain_text', text: action } }],
});
