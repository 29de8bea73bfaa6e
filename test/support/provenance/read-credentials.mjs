/** A program of its own that reads the content credentials of a file: `node read-credentials.mjs FILE TYPE` prints what is in them as JSON. */
import { readFileSync } from 'node:fs';
import { Reader } from '@contentauth/c2pa-node';

const [file = '', mimeType = ''] = process.argv.slice(2);
const reader = await Reader.fromAsset({ buffer: readFileSync(file), mimeType });
process.stdout.write(JSON.stringify(reader?.json() ?? null));
