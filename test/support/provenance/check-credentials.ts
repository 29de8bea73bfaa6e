/** Two readers of content credentials that know nothing of the program that signed. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore } from '@trustnxt/c2pa-ts/manifest';
import { testFolder } from '../test-folder.ts';

/** A second implementation, for pictures. `null`: the file has no credentials. */
export async function isValidPicture(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<boolean | null> {
  const asset = kind === 'jpeg' ? new JPEG(bytes) : new PNG(bytes);
  const store = asset.getManifestJUMBF();
  if (!store) return null;
  return (await ManifestStore.read(SuperBox.fromBuffer(new Uint8Array(store))).validate(asset)).isValid;
}

export type Told = {
  validation_state: string;
  active_manifest: string;
  manifests: Record<
    string,
    {
      claim_generator_info: { name: string }[];
      assertions: { label: string; data: unknown }[];
      thumbnail?: unknown;
      signature_info: { issuer: string };
    }
  >;
};

/** The library that signed, in another process. Null: the file has no credentials. */
export function readElsewhere(bytes: Uint8Array, mimeType: string): Told | null {
  const file = join(testFolder(), 'file');
  writeFileSync(file, bytes);
  const program = fileURLToPath(new URL('read-credentials.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [program, file, mimeType]).toString());
}
