/** The studio's worker: boots, says that it is ready, does one job and ends. It runs confined; everything it is given may be hostile. */
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { readJob, sendFrame } from './channel.ts';
import { fontAt, registerFonts } from './fonts.ts';
import { runJob } from './jobs.ts';

/** The first drawing of a process is slow; better now than while a person waits. */
function warmUp(): void {
  sharp.cache(false);
  registerFonts();
  const ctx = createCanvas(16, 16).getContext('2d');
  ctx.font = fontAt('sans', 12);
  ctx.fillText('a', 2, 12);
  ctx.getImageData(0, 0, 1, 1);
}

async function work(): Promise<void> {
  warmUp();
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
