/** What a button says of itself: 100 characters that must still be understood weeks later, after any restart. */

import type { BoundedMemory } from '../../src/bounded-memory.ts';
import type { Button } from '../../src/chat/messages.ts';
import { fitting, limits } from './limits.ts';

/**
 * A button of the core, or one of the adapter's own. `workspace`: where the button was made; in direct messages nothing else
 * tells it. `asks`: a question comes first. `about`: the message whose button was confirmed.
 */
export type Control =
  | { kind: 'press'; action: string; value: string; workspace: string; asks: boolean; about: string | null }
  | { kind: 'keep' }
  | { kind: 'form'; id: string }
  | { kind: 'make-ad'; channel: string; message: string }
  | { kind: 'lost' };

type Question = NonNullable<Button['confirm']>;

/** What does not fit into a button: in memory, so only for a while. */
export type ButtonMemory = {
  /** Values too long for Discord, by an id. */
  values: BoundedMemory<string>;
  /** What is asked before a deed, by the button's action and label: the same under every message. */
  questions: BoundedMemory<Question>;
  newId(): string;
};

const keepIt = '~keep';
const formPrefix = '~form:';
const makeAdPrefix = '~make-ad:';
const keptPrefix = '~';

export const keepControl = keepIt;
export const formControl = (id: string): string => `${formPrefix}${id}`;
export const makeAdControl = (channel: string, message: string): string => `${makeAdPrefix}${channel}/${message}`;

type Pressed = Pick<Button, 'action' | 'value'> & { workspace: string; asks?: boolean; about?: string };

/** `memory` null: what does not fit is refused, as it would not be understood after a restart. */
export function pressControl({ action, value, workspace, asks, about }: Pressed, memory: ButtonMemory | null): string {
  const mark = asks ? '!' : about ? `+${about}` : '';
  const whole = `${action}${mark}:${value}@${workspace}`;
  if (whole.length <= limits.customId || !memory) return fitting('customId', whole);
  const id = memory.newId();
  memory.values.put(id, value);
  return fitting('customId', `${action}${mark}:${keptPrefix}${id}@${workspace}`);
}

export const questionKey = ({ action, label }: { action: string; label: string }): string => `${action} ${label}`;

const pressPattern = /^([a-z-]+)(!|\+\d+)?:(.*)@(\w+)$/s;

export function readControl(customId: string, memory: ButtonMemory): Control {
  if (customId === keepIt) return { kind: 'keep' };
  if (customId.startsWith(formPrefix)) return { kind: 'form', id: customId.slice(formPrefix.length) };
  if (customId.startsWith(makeAdPrefix)) {
    const [channel = '', message = ''] = customId.slice(makeAdPrefix.length).split('/');
    return { kind: 'make-ad', channel, message };
  }
  const [, action, mark = '', written = '', workspace] = pressPattern.exec(customId) ?? [];
  const value = written.startsWith(keptPrefix) ? memory.values.get(written.slice(keptPrefix.length)) : written;
  if (action === undefined || workspace === undefined || value === undefined) return { kind: 'lost' };
  return { kind: 'press', action, value, workspace, asks: mark === '!', about: mark.startsWith('+') ? mark.slice(1) : null };
}
