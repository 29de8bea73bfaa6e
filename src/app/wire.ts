/** Puts the program together, top to bottom: the only place that knows both the core and every adapter. */
import type { Server } from 'node:http';
import { createArchiver } from '../../adapters/archive/zip.ts';
import { createStudio } from '../../adapters/studio/studio.ts';
import { isKnownIn } from '../accounts/is-known.ts';
import { carryOut } from '../chat/carry-out.ts';
import { createChatEvents } from '../chat/dispatch.ts';
import { createPeople, type People } from '../chat/people.ts';
import { createMailDesk, type MailDesk } from '../chat/privacy/by-mail/mail-desk.ts';
import { eraseKeylessAtStart } from '../chat/privacy/erase-keyless.ts';
import { servePrivacyRequest } from '../chat/privacy/serve-requests.ts';
import { propose } from '../chat/propose.ts';
import { createRulesAtHand } from '../chat/rules-at-hand.ts';
import { settleAd } from '../chat/settle-ad.ts';
import { createShelf } from '../chat/shelf.ts';
import { createShowProgress } from '../chat/show-progress.ts';
import { sweep } from '../chat/sweep.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { AdDesk } from '../generation/ad-desk.ts';
import { announceQueue } from '../generation/announce-queue.ts';
import { drawNext } from '../generation/draw-next.ts';
import type { JobQueue, Sandbox, Studio } from '../generation/ports.ts';
import type { Progress, ReportProgress } from '../generation/progress.ts';
import type { CredentialSigner } from '../generation/provenance/credentials.ts';
import { randomId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { Affected, Incident } from '../privacy/incident.ts';
import { createNoteUsage } from '../usage/note-usage.ts';
import { accountParts } from './account-parts.ts';
import { type CheckResult, runChecks } from './checks.ts';
import type { Config } from './config.ts';
import { type ChatPlatform, connectChats } from './connect-chats.ts';
import { connectWeb, openServer } from './connect-web.ts';
import { createDesk } from './desk.ts';
import { notePresence } from './note-presence.ts';
import { openCredentials } from './open-credentials.ts';
import { refuseWrongMaster } from './open-keys.ts';
import { openQueue } from './open-queue.ts';
import { mustConfine, noSandbox, openSandbox } from './open-sandbox.ts';
import { privacyParts } from './privacy-parts.ts';
import { questionsFor } from './questions.ts';
import { samplePhoto } from './sample-photo.ts';
import { explainStart, StartProblem } from './start-problem.ts';
import { openStores, type Stores } from './stores.ts';
import { createUpkeep } from './upkeep.ts';

export type App = {
  stores: Stores;
  queue: JobQueue;
  sandbox: Sandbox;
  studio: Studio;
  /** The connected chat platforms. */
  chats: ChatPlatform[];
  desk: AdDesk;
  /** Answers requests that came by mail. */
  mail: MailDesk;
  affected(incident: Incident): AsyncIterable<Affected>;
  check(): Promise<CheckResult[]>;
  /** Removes what a crash left where no other process shares the stores, and rows whose keys are gone. Before anybody, also a shell, can ask for anything. */
  tidy(): Promise<void>;
  /** Listens to people and takes jobs, as far as the role says. */
  start(): Promise<void>;
  /** Takes nothing new, finishes or hands back what runs within `graceMs`, closes everything. */
  stop(graceMs: number): Promise<void>;
};

export type WireOptions = { clock?: Clock; log: Logger /** Seconds between sweeps; 15 when absent. */; sweepSeconds?: number };

export async function wire(config: Config, options: WireOptions): Promise<App> {
  const { log, clock = systemClock } = options;
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close().catch(() => log.warn('a part did not close cleanly'));
  };
  const sandbox = openSandbox(config, log);
  closers.push(() => sandbox.close());
  try {
    const opened = openStores(config, clock).then((parts) => {
      closers.push(
        () => parts.keys.close(),
        () => parts.media.close(),
        () => parts.database.close(),
      );
      return parts;
    });
    const opening = [
      opened,
      openQueue(config, { clock, log, keyring: () => opened.then((parts) => parts.keyring) }, closers),
      sandbox.level(),
    ] as const;
    // A part that fails must not leave the others half open: all end before the first failure is told.
    await Promise.allSettled(opening);
    const [stores, { queue }] = await Promise.all(opening);
    const credentials = openCredentials(config, { ...stores, clock });
    const studio = createStudio({ sandbox, log, credentials });
    const server = await openServer(config);
    const people = createPeople({ settings: stores.database.settings, clock });
    const chats = await connectChats(config, { clock, log, server, people, ...stores });
    for (const chat of chats) closers.push(() => chat.close());
    return await build({
      server,
      config,
      clock,
      log,
      stores,
      queue,
      sandbox,
      studio,
      people,
      credentials,
      chats,
      closeAll,
      sweepSeconds: options.sweepSeconds ?? 15,
    });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

type Parts = {
  server: Server | null;
  config: Config;
  clock: Clock;
  log: Logger;
  stores: Stores;
  queue: JobQueue;
  sandbox: Sandbox;
  studio: Studio;
  people: People;
  credentials: CredentialSigner;
  chats: ChatPlatform[];
  closeAll(): Promise<void>;
  sweepSeconds: number;
};

const hourMs = 3_600_000;

async function build(parts: Parts): Promise<App> {
  const { config, clock, log, stores, queue, sandbox, studio, credentials, people, chats } = parts;
  const { database, media, keyring } = stores;
  const { ads, steps, photos, owners, intakes, conversations, obligations, pace, kits, products } = database;
  const chatOf = (platform: string) => chats.find((chat) => chat.name === platform);
  const archiver = createArchiver();
  const rights = privacyParts(config, stores, sandbox);
  const usageNotes = createNoteUsage({ usage: database.usage, isKnown: isKnownIn(owners), clock, log });
  const rules = createRulesAtHand({ workspaceRules: database.workspaceRules, chatOf, clock });
  const account = accountParts(config, stores, clock);
  const shelf = createShelf({ owners, accounts: database.accounts, kits, products, chatOf, clock });
  const listeners = new Set<(progress: Progress) => void>();
  const showProgress = createShowProgress({ ads, conversations, steps, media, keyring, chatOf, log });
  const report: ReportProgress = async (progress) => {
    for (const heard of listeners) heard(progress);
    await showProgress(progress);
  };
  const deps = {
    ads,
    steps,
    photos,
    owners,
    settings: { read: people.learn, save: people.save },
    intakes,
    conversations,
    obligations,
    pace,
    kits,
    products,
    ...rights,
    ...account.chat,
    keys: stores.keys,
    index: database.index,
    sealedIndex: database.sealedIndex,
    privacyRequests: database.privacyRequests,
    usage: database.usage,
    noteUsage: usageNotes.note,
    consents: database.consents,
    disclosures: database.disclosures,
    shelf,
    rules,
    workspaceRules: database.workspaceRules,
    workspaceAds: database.workspaceAds,
    storageCeilingMb: config.workspaceStorageMb,
    samplePhoto,
    archiver,
    graceMs: config.uninstallGraceDays * 24 * hourMs,
    media,
    keyring,
    studio,
    queue,
    chatOf,
    report,
    clock,
    log,
    newId: randomId,
  };
  const ping = async (): Promise<void> => {
    await Promise.all([database.connection.ping(), queue.ping()]);
  };
  const web = parts.server ? await connectWeb(config, parts.server, { ...deps, ...account.portal, ping }) : null;
  const desk = createDesk({
    ...deps,
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  });

  const serve = (): Promise<void> =>
    queue.serve({
      'take-in': (id, signal) => carryOut(deps, id, signal),
      'make-ad': (id, signal) => drawNext(deps, id, signal, () => announceQueue(deps)),
      propose: (id, signal) => propose(deps, id, signal),
      deliver: (id) => settleAd(deps, id),
      privacy: (id) => servePrivacyRequest(deps, id),
      sweep: () => sweep(deps, { alone: false }),
    });

  const upkeep = createUpkeep({ stores, clock, log });
  const isWorking = config.role === 'all' || config.role === 'worker';
  const isAlone = database.connection.kind === 'embedded';
  const listen = async (): Promise<void> => {
    // The first request must not pay for connecting: it has a second and a half to be stored. What is away is told to whoever asks.
    await Promise.allSettled([queue.ping(), intakes.waiting(0)]);
    for (const chat of chats) {
      const events = createChatEvents({ ...deps, people, limits: chat.limits(null), membership: chat.membership });
      await chat.start(events).catch(explainStart);
      await notePresence(chat, events, { owners, clock, log });
    }
  };

  let sweeping: NodeJS.Timeout | undefined;
  let endUpkeep = (): void => undefined;
  return {
    stores,
    queue,
    sandbox,
    studio,
    chats,
    desk,
    mail: createMailDesk(deps),
    affected: (incident) => database.incidents.affected(incident),
    check: () =>
      runChecks(
        questionsFor({
          config,
          database: async () => database.connection,
          installations: async () => database.installations,
          records: async () => database,
          keys: stores.keys,
          partners: rights.partners,
          queue: async () => queue,
          keyring: () => refuseWrongMaster(stores.keys, keyring).then(() => keyring),
          media,
          sandbox,
          studio,
          credentials: async () => credentials,
          clock,
          log,
        }),
      ),
    async tidy() {
      const erased = await eraseKeylessAtStart(deps);
      if (Object.keys(erased).length > 0) log.warn('records without their keys were erased: a backup was brought back', erased);
      if (!isAlone || !isWorking) return;
      await upkeep.hunt(0);
      await sweep(deps, { alone: true });
    },
    async start() {
      const { level, missing } = await sandbox.level();
      if (level === 'none' && mustConfine(config)) throw new StartProblem(noSandbox);
      if (level !== 'full') log.warn('the sandbox is not at its strongest', { level, missing: missing.join(', ') });
      if (isWorking) {
        if (!isAlone) await sweep(deps, { alone: false });
        await serve();
        const again = () => queue.ring('sweep', 'all').catch(() => log.warn('the sweep could not be rung for'));
        sweeping = setInterval(again, parts.sweepSeconds * 1_000);
        endUpkeep = upkeep.begin();
      }
      // After days of downtime too, before anybody is served.
      await database.usage.expire();
      await intakes.expire(clock.now());
      if (config.role === 'all' || config.role === 'chat') await listen();
      await web?.start(config).catch(explainStart);
    },
    async stop(graceMs) {
      clearInterval(sweeping);
      endUpkeep();
      await web?.stop(Math.min(graceMs, 2_000));
      for (const chat of chats) await chat.stop();
      await queue.stop(graceMs);
      await usageNotes.settle();
      await parts.closeAll();
    },
  };
}
