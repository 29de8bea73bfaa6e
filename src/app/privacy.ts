/** `npm run privacy -- …`: what the operator does about the rights of people, from a shell. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { receiptProblem } from '../privacy/receipt.ts';
import { createSigner, type PublicKey, publicKeysSchema } from '../privacy/signing.ts';
import { declarations } from './declarations.ts';
import { incidentCommand } from './incident-command.ts';
import { mailCommand } from './mail-command.ts';
import { readIncidentCommand, readMailCommand } from './privacy-arguments.ts';
import { partners } from './privacy-parts.ts';
import { recordOfProcessing } from './record-of-processing.ts';
import { configOrExit, main, stopRequests } from './run.ts';
import { openKeyring, openKeyStore } from './stores.ts';

const usage = `Usage: npm run privacy -- verify RECEIPT.json [--key KEYS.json]
         checks a receipt with this installation's keys, or with those of KEYS.json (never with one inside the receipt)
       npm run privacy -- keys
         prints the public keys that receipts are checked with, also the retired ones
       npm run privacy -- inventory
         prints the record of processing (GDPR art. 30) and what lies where
       npm run privacy -- export  --email ADDRESS --out FILE.zip [--ccpa] [--operator]
       npm run privacy -- erase   --email ADDRESS [--hand-over]  [--ccpa] [--operator]
       npm run privacy -- correct --email ADDRESS --to ADDRESS   [--ccpa] [--operator]
         serves a request that came by mail; where the address was never verified, only after a yes of its owner in their chat.
         --ccpa: due after 45 days instead of 30. --operator: also says whether there is such an account, and where its request is
       npm run privacy -- incident --since DATE [--until DATE] [--partner NAME] [--json|--csv]
         lists who is affected, and how to reach them; without --partner by what is held here
`;

await main(async () => {
  const [command, ...rest] = process.argv.slice(2);
  switch (command) {
    case 'verify':
      return verify(rest);
    case 'keys':
      process.stdout.write(`${JSON.stringify({ keys: await ownKeys() }, null, 2)}\n`);
      return 0;
    case 'inventory':
      process.stdout.write(recordOfProcessing(declarations));
      return 0;
    case 'export':
    case 'erase':
    case 'correct':
      return byMail(command, rest);
    case 'incident':
      return incident(rest);
    default:
      process.stderr.write(usage);
      return 2;
  }
});

async function byMail(kind: 'export' | 'erase' | 'correct', given: string[]): Promise<number> {
  const read = readMailCommand(kind, given);
  if (!read.ok) return misused(read.problem);
  process.stdout.write(`${await mailCommand(configOrExit(), read.value, stopRequests())}\n`);
  return 0;
}

async function incident(given: string[]): Promise<number> {
  const read = readIncidentCommand(given, { now: systemClock.now(), partners: partners.map(({ id }) => id) });
  if (!read.ok) return misused(read.problem);
  const write = (text: string) => new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
  await incidentCommand(configOrExit(), read.value, write, stopRequests());
  return 0;
}

function misused(problem: string): number {
  process.stderr.write(`${problem}\n\n${usage}`);
  return 2;
}

async function verify([file, option, keysFile]: string[]): Promise<number> {
  if (!file || (option !== undefined && (option !== '--key' || !keysFile))) {
    process.stderr.write(usage);
    return 2;
  }
  const known = keysFile ? publicKeysSchema.parse(JSON.parse(readFileSync(keysFile, 'utf8'))).keys : await ownKeys();
  const problem = receiptProblem(readFileSync(file, 'utf8').trim(), known);
  process.stdout.write(`${words(problem)}\n`);
  return problem === null ? 0 : 1;
}

function words(problem: ReturnType<typeof receiptProblem>): string {
  switch (problem) {
    case null:
      return 'The receipt is genuine: it was signed here and nothing in it was altered.';
    case 'not-a-receipt':
      return 'This is no receipt: the file is not the JSON of one. Copy it whole, from the first brace to the last.';
    case 'unknown-key':
      return 'The receipt was signed with a key that is not known. Fetch the keys of the installation that wrote it, and name them with --key.';
    case 'altered':
      return 'The receipt was altered after it was signed.';
  }
}

/** From the key store alone: a running program is not disturbed. */
async function ownKeys(): Promise<PublicKey[]> {
  const config = configOrExit();
  const keys = openKeyStore(config);
  try {
    return await createSigner({ keys, keyring: await openKeyring(config, keys, systemClock) }).publicKeys();
  } finally {
    await keys.close();
  }
}
