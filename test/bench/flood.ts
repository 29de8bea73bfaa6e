/** 500 ads finishing at once in one workspace over 25 channels: how long until all are delivered, beside the least that the platform's own limits allow. */
import { join } from 'node:path';
import { startProgram } from '../support/program.ts';
import { inBenchFolder } from './bench-folder.ts';
import type { FloodGround, FloodPlatform, FloodQuestion, FloodTold } from './flood-chat.ts';
import { filesOfAnAd, storeMadeAds } from './flood-store.ts';
import { startHelper } from './helper-process.ts';
import type { Figure } from './report.ts';

const ads = 500;
const channels = 25;
const withinMs = 600_000;
const mostTimesTheArithmetic = 1.2;

/** `times`: by how much the loopback's limits are multiplied. */
const floods: { platform: FloodPlatform; times: number; isJudged: boolean }[] = [
  { platform: 'slack', times: 20, isJudged: true },
  // Twenty times as much is more than this machine can say in that time; at the platform's own pace the limit is what counts.
  { platform: 'discord', times: 20, isJudged: false },
  { platform: 'discord', times: 1, isJudged: true },
];

export async function flood(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const one of floods) figures.push(await measure(one));
  return figures;
}

const measure = ({ platform, times, isJudged }: (typeof floods)[number]): Promise<Figure> =>
  inBenchFolder(async (folder) => {
    const chat = await startHelper('./flood-chat.ts');
    const ask = <Answer>(question: FloodQuestion) => chat.ask<Answer>(question);
    try {
      const ground = await ask<FloodGround>({ ask: 'begin', platform, ads, channels, times });
      const { PATH = '', HOME = '/' } = process.env;
      const places = {
        DATA_DIR: join(folder, 'data'),
        XDG_STATE_HOME: join(folder, 'state'),
        XDG_RUNTIME_DIR: join(folder, 'run'),
      };
      const environment = { PATH, HOME, ...places, ...ground.environment, LOG_LEVEL: 'warn' };
      await storeMadeAds(environment, ground);
      const program = await startProgram(environment);
      try {
        return figureOf({ platform, times, isJudged }, await untilDelivered(() => ask<FloodTold>({ ask: 'told' })));
      } finally {
        await program.kill('SIGTERM');
      }
    } finally {
      await chat.close();
    }
  });

async function untilDelivered(look: () => Promise<FloodTold>): Promise<FloodTold> {
  const begun = performance.now();
  for (;;) {
    const told = await look();
    if (told.results >= ads) return told;
    if (performance.now() - begun > withinMs) throw new Error(`Only ${told.results} of ${ads} ads were delivered`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** How long the calls of one kind take at the pace that the platform keeps up for ever, in milliseconds. */
const paceMs = ({ calls, limit, windowMs }: FloodTold['buckets'][number]): number => (calls * windowMs) / limit;

function figureOf({ platform, times, isJudged }: (typeof floods)[number], told: FloodTold): Figure {
  const wrong = [
    ...told.overruns,
    ...(told.results === ads ? [] : [`${told.results} results`]),
    ...(told.files === ads * filesOfAnAd ? [] : [`${told.files} files`]),
  ];
  if (wrong.length > 0) throw new Error(`Not delivered as it should be: ${wrong.join('; ')}`);
  const slowest = told.buckets.reduce((one, other) => (paceMs(other) > paceMs(one) ? other : one));
  const { bucket, calls, limit, windowMs } = slowest;
  return {
    name: `flood ${platform} x${times}`,
    what: `${ads} ads finishing at once in one workspace over ${channels} channels, limits times ${times}: until the last is delivered`,
    unit: 'ms',
    ours: told.lastAt - told.firstAt,
    floor: paceMs(slowest),
    limit: isJudged ? { of: 'ratio', most: mostTimesTheArithmetic } : null,
    notes: [
      `arithmetic: ${calls} calls of "${bucket}" at ${limit} in ${windowMs / 1000} s = ${(paceMs(slowest) / 1000).toFixed(1)} s`,
      `all ${told.results} delivered with ${told.files} files; no window overrun; ${told.limited} calls were asked to wait`,
    ],
  };
}
