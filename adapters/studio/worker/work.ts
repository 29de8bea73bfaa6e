/** A worker of the studio: boots, practises, says that it is ready, does one job and ends. It runs confined; everything it is given may be hostile. */
import { expectJob, sendFrame } from './channel.ts';
import { runJob } from './jobs.ts';
import { setUpLibraries } from './libraries.ts';

/** The supervisor sends this signal when somebody waits; to a program that does not listen it means nothing. */
const hurry = 'SIGCONT';
const restMs = 2_500;

/** `lessons`: what it does before anybody waits for it; it goes from one to the next as long as nobody does. */
export async function work(lessons: AsyncGenerator<void>): Promise<void> {
  let isHurried = false;
  process.once(hurry, () => {
    isHurried = true;
  });
  setUpLibraries();
  const coming = expectJob();
  await goOn(lessons, () => isHurried);
  sendFrame({ frame: 'ready' });
  // Whoever was in a hurry, as a program that starts, needs the processors more than practice does.
  if (isHurried) await coming.within(restMs);
  await goOn(lessons, coming.hasCome);
  const handed = await coming.take();
  if (!handed) return;
  try {
    await runJob(handed.job, handed.blobs, (message, blob) => sendFrame({ frame: 'data', header: message }, blob));
    sendFrame({ frame: 'done' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendFrame({ frame: 'error', message: message.slice(0, 1_900) });
  }
}

/** Practice only saves time: whatever is wrong there will be said by the job itself. */
async function goOn(lessons: AsyncGenerator<void>, isEnough: () => boolean): Promise<void> {
  while (!isEnough()) {
    const lesson = await lessons.next().catch(() => null);
    if (!lesson || lesson.done) return;
  }
}
