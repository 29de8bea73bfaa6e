/** What one person does in the storm, and what becomes of it. Everybody is patient: what did not work is tried again, as people do. */
import type { Locale } from '../../../src/chat/locale.ts';
import { type Wording, wordingIn } from '../../../src/chat/wording/wording.ts';
import type { Shown, Side, Where } from './side.ts';

export const plots = [
  'waits',
  'wants it alone',
  'sends the form twice',
  'presses at once with another',
  'loses the message',
  'loses the first message',
  'loses the room',
  'sees the bot banished',
  'takes no direct messages',
  'is where files are refused',
  'has an upload that hangs',
  'cancels',
  'gets the files',
  'shares',
  'wants another look',
] as const;
export type Plot = (typeof plots)[number];

export type Scene = { side: Side; who: string; locale: Locale; room: string; plot: Plot; random: () => number };

/** `told`: what the person was told instead. */
export type Ending = { ended: 'finished' | 'told' | 'cancelled' | 'lost'; seconds: number; words: string; problems: string[] };

const lookMs = 150;
const mostTries = 25;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function play(scene: Scene, withinMs: number): Promise<Ending> {
  const { side, who, locale, room, plot } = scene;
  const begun = performance.now();
  side.meet(who, locale);
  side.open(room);
  const where: Where = plot === 'wants it alone' || plot === 'shares' ? { direct: who } : { room };
  if (plot === 'takes no direct messages') side.closeDirect(who);
  const isAsked = await patiently(() =>
    side.ask({
      who,
      room,
      brief: `Fjord coffee from ${room}. €5`,
      privately: 'direct' in where || plot === 'takes no direct messages',
      twice: plot === 'sends the form twice',
    }),
  );
  const end = (ended: Ending['ended'], words = '', problems: string[] = []): Ending => ({
    ended,
    words,
    problems,
    seconds: Math.round((performance.now() - begun) / 1000),
  });
  if (!isAsked) return end('lost', 'it could never be asked for');
  const troubles = misfortunes(scene, where);
  const chosen = new Set<string>();
  while (performance.now() - begun < withinMs) {
    const ending = endingOf(scene, where);
    if (ending) {
      await pause(2_000);
      const problems = ending.ended === 'finished' ? await afterwards(scene, where) : [];
      return end(ending.ended, ending.words, problems);
    }
    await troubles();
    await chooseFirst(scene, where, chosen);
    await pause(lookMs);
  }
  return end(
    'lost',
    `${side
      .shown(where)
      .map((one) => one.words.slice(0, 200))
      .join(' | ')} || ${side.heard(who).join(' | ').slice(0, 500)}`,
  );
}

async function patiently(deed: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await deed().catch(() => false)) return true;
    await pause(300);
  }
  return false;
}

/** Where Slack could not tell a person's language in time, they are spoken to in English: then their whole ad is. */
const spokenTo = ({ locale }: Scene): Wording[] => [wordingIn(locale), wordingIn('en')];
/** The label in the language in which it is there. */
const labelIn = (scene: Scene, shown: Pick<Shown, 'buttons'>, label: (words: Wording) => string): string =>
  spokenTo(scene)
    .map(label)
    .find((one) => shown.buttons.includes(one)) ?? '';
const carries = (scene: Scene, label: (words: Wording) => string) => (shown: Shown) => labelIn(scene, shown, label) !== '';

export const resultsIn = (scene: Scene, where: Where): Shown[] =>
  scene.side.shown(where).filter(carries(scene, (words) => words.buttons.anotherLook));

function endingOf(scene: Scene, where: Where): { ended: 'finished' | 'told' | 'cancelled'; words: string } | null {
  const { side, who } = scene;
  if (resultsIn(scene, where).some((one) => one.files.length > 0)) return { ended: 'finished', words: '' };
  const everything = [...side.shown(where).map((one) => one.words), ...side.heard(who), ...directOf(scene)];
  const cancelled = spokenTo(scene).map((words) => words.cancelled);
  const isCancelled = everything.some((one) => cancelled.some((sentence) => one.includes(sentence)));
  if (isCancelled) return { ended: 'cancelled', words: cancelled[0] ?? '' };
  const last = spokenTo(scene).flatMap((words) => [
    words.failedTitle,
    words.channelGone,
    words.notInChannel,
    words.directClosed,
    words.gaveUp,
  ]);
  const said = everything.find((one) => last.some((sentence) => plain(one).includes(plain(sentence))));
  return said === undefined ? null : { ended: 'told', words: said };
}

/** As it is read: without the marks that keep text literal, and as text that is quoted in JSON. */
const plain = (text: string): string => text.replaceAll('\\', '').replaceAll('"', '');

function directOf({ side, who }: Scene): string[] {
  try {
    return side.shown({ direct: who }).map((one) => one.words);
  } catch {
    return [];
  }
}

async function chooseFirst(scene: Scene, where: Where, chosen: Set<string>): Promise<void> {
  const offer = scene.side.shown(where).find(carries(scene, (words) => words.proposals.use(1)));
  if (!offer) return;
  const use = labelIn(scene, offer, (words) => words.proposals.use(1));
  const presses = [scene.side.press(scene.who, where, offer.id, use)];
  if (scene.plot === 'presses at once with another' && !chosen.has(offer.id)) {
    presses.push(
      scene.side.press(scene.who, where, offer.id, use),
      scene.side.press(`${scene.who}-friend`, where, offer.id, use),
    );
  }
  chosen.add(offer.id);
  await Promise.all(presses.map((press) => press.catch(() => false)));
  await pause(1_000);
}

/** What happens to this one, at a moment of its own, once. */
function misfortunes(scene: Scene, where: Where): () => Promise<void> {
  const { side, who, room, plot, random } = scene;
  const at = performance.now() + random() * 6_000;
  let isOver = false;
  const once = async (deed: () => unknown) => {
    if (isOver || performance.now() < at) return;
    isOver = (await deed()) !== false;
  };
  const first = () => side.shown(where)[0];
  const remove = () => {
    const message = first();
    if (!message) return false;
    side.somebodyRemoves(room, message.id);
    return true;
  };
  switch (plot) {
    case 'loses the first message':
      return async () => {
        if (!isOver) isOver = remove();
      };
    case 'loses the message':
      return () => once(remove);
    case 'loses the room':
      return () => once(() => side.shut(room));
    case 'sees the bot banished':
      return () => once(() => side.banish(room));
    case 'has an upload that hangs':
      return () => once(() => side.hangUpload());
    case 'cancels':
      return () => once(() => cancel(scene, where));
    case 'waits':
    case 'wants it alone':
    case 'sends the form twice':
    case 'presses at once with another':
    case 'takes no direct messages':
    case 'is where files are refused':
    case 'gets the files':
    case 'shares':
    case 'wants another look':
      return async () => undefined;
    default: {
      const missing: never = plot;
      throw new Error(`No plot is called ${String(missing)} for ${who}`);
    }
  }
}

async function cancel(scene: Scene, where: Where): Promise<boolean> {
  const message = scene.side.shown(where).find(carries(scene, (words) => words.buttons.cancel));
  if (!message) return false;
  const label = labelIn(scene, message, (words) => words.buttons.cancel);
  return scene.side.press(scene.who, where, message.id, label).catch(() => false);
}

/** What a person does with a finished ad. Resolves with what is wrong then. */
async function afterwards(scene: Scene, where: Where): Promise<string[]> {
  const { side, who, room, plot } = scene;
  const [result] = resultsIn(scene, where);
  if (!result) return ['the result is gone'];
  const press = (label: (words: Wording) => string) =>
    patiently(() => side.press(who, where, result.id, labelIn(scene, result, label)));
  if (plot === 'gets the files') {
    await press((words) => words.buttons.getFiles);
    const titles = spokenTo(scene).map((words) => plain(words.pack.below));
    const packs = () => side.shown({ direct: who }).filter((one) => titles.some((title) => plain(one.words).includes(title)));
    return until(
      () => packs().length > 0 && packs().every((one) => one.files.length === 1),
      () => `${packs().length} packs: ${JSON.stringify(packs().map((one) => one.files))}`,
    );
  }
  if (plot === 'shares') {
    await press((words) => words.buttons.more);
    await patiently(async () => {
      for (const words of spokenTo(scene)) if (await side.pressHeard(who, words.buttons.share)) return true;
      return false;
    });
    const copies = () => resultsIn(scene, { room });
    return until(
      () => copies().length === 1 && copies()[0]?.files.length === 1,
      () => `copies: ${JSON.stringify(copies().map((one) => one.files))}`,
    );
  }
  if (plot === 'wants another look') {
    await press((words) => words.buttons.anotherLook);
    const results = () => resultsIn(scene, where);
    return until(
      () => results().length === 2,
      () => `${results().length} results after Another look`,
    );
  }
  return [];
}

const afterwardsMs = 120_000;
async function until(isWell: () => boolean, problem: () => string): Promise<string[]> {
  const begun = performance.now();
  while (performance.now() - begun < afterwardsMs) {
    if (isWell()) return [];
    await pause(lookMs);
  }
  return [problem()];
}
