/** Lets the Slack library speak to our log: warnings and errors only, with addresses and tokens taken out. */
import type { LogLevel, Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from '../../src/log.ts';

const secrets = /\b(?:https?|wss?):\/\/\S+|\bx(?:ox[a-z]|app)-\S+/g;
const longest = 200;

export function createQuietLogger(log: Logger): SlackLogger {
  return {
    debug() {},
    info() {},
    warn: (...said) => log.warn('The Slack library warns', { says: summary(said) }),
    error: (...said) => log.error('The Slack library reports a failure', { says: summary(said) }),
    setLevel() {},
    // The enum itself would load the whole library.
    getLevel: () => 'warn' as LogLevel,
    setName() {},
  };
}

/** Of an error only its kind: its message may quote what was sent. */
function summary(said: readonly unknown[]): string {
  const words = said.map((one) =>
    one instanceof Error ? `${one.name} ${'code' in one ? String(one.code) : ''}` : typeof one === 'string' ? one : '',
  );
  return words.join(' ').replaceAll(secrets, '…').slice(0, longest).trim();
}
