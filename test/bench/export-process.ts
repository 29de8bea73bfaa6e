/** One export in a process of its own, so that its memory is seen: from the request to the last byte of the archive in a file. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { accountIdentity } from '../../src/accounts/account.ts';
import { openStores } from '../../src/app/stores.ts';
import { fetchCopy } from '../../src/chat/portal/fetch-copy.ts';
import { servePrivacyRequest } from '../../src/chat/privacy/serve-requests.ts';
import { addExport } from '../../src/chat/privacy/start-request.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { rightsOver } from '../support/rights-for-test.ts';
import { configOf } from '../support/workplace.ts';
import { answerQuestions } from './helper-process.ts';
import { timed } from './measure.ts';

export type ExportQuestion = { environment: Record<string, string>; accountId: string; file: string };
/** `before`: megabytes that the process held when the export was asked for. */
export type ExportTold = { ms: number; peak: number; before: number };

answerQuestions(async (question): Promise<ExportTold> => {
  const { environment, accountId, file } = question as ExportQuestion;
  const stores = await openStores(configOf(environment), systemClock);
  const deps = rightsOver(stores);
  const before = process.memoryUsage.rss() / 1_048_576;
  const id = randomId();
  const ms = await timed(async () => {
    await addExport(deps, id, { person: accountIdentity(accountId), place: null, locale: 'en' });
    await servePrivacyRequest(deps, id);
    const copy = await fetchCopy(deps, accountId, id);
    if (!copy) throw new Error('There is no copy to fetch');
    await pipeline(copy.read(), createWriteStream(file, { highWaterMark: 4_194_304 }));
  });
  await stores.database.close();
  return { ms, before, peak: process.resourceUsage().maxRSS / 1_024 };
});
