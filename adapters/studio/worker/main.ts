/** The studio's worker: boots, says that it is ready, does one job and ends. It runs confined; everything it is given may be hostile. */
import { readJob, sendFrame } from './channel.ts';
import { runJob } from './jobs.ts';
import { warmUp } from './warm-up.ts';

async function work(): Promise<void> {
  await warmUp();
  sendFrame({ frame: 'ready' });
  const handed = readJob();
  if (!handed) return;
  try {
    await runJob(handed.job, handed.blobs, (message, blob) => sendFrame({ frame: 'data', header: message }, blob));
    sendFrame({ frame: 'done' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendFrame({ frame: 'error', message: message.slice(0, 1_900) });
  }
}

await work();
process.exit(0);
