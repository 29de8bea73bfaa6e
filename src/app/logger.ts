/** The program's log: one JSON line per event on standard error. */
import { pino } from 'pino';
import type { LogFields, Logger } from '../log.ts';

export function createLogger(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Logger {
  const log = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  const say = (at: 'debug' | 'info' | 'warn' | 'error') => (message: string, fields?: LogFields) =>
    log[at](fields ?? {}, message);
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
