/** A process beside the bench that answers one question at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Helper = {
  ask<Answer>(question: unknown): Promise<Answer>;
  close(): Promise<void>;
};

/** `file` lies in this folder; it answers through `answerQuestions` and says once, before any question, that it is ready. */
export async function startHelper(file: string): Promise<Helper> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' });
  await nextMessage(child);
  return {
    async ask(question) {
      child.send(question as object);
      return (await nextMessage(child)) as never;
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onEnd = () => reject(new Error('A helper process of the bench ended early'));
    child.once('exit', onEnd);
    child.once('message', (message) => {
      child.off('exit', onEnd);
      resolve(message);
    });
  });
}

/** The helper's side. A failure ends the helper, and its words are on standard error. */
export function answerQuestions(answer: (question: unknown) => Promise<unknown>): void {
  process.on('message', (question) => {
    void answer(question).then((found) => process.send?.(found ?? null));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}
