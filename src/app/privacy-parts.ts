/** What the rights of people need of the whole program: who the partners are, where things lie, who signs. */
import { encode } from 'html-entities';
import { geminiPartner } from '../../adapters/gemini/declaration.ts';
import { kiePartner } from '../../adapters/kie/declaration.ts';
import { klingPartner } from '../../adapters/kling/declaration.ts';
import { seedancePartner } from '../../adapters/seedance/declaration.ts';
import type { HeldWhere } from '../chat/views/privacy-views.ts';
import type { Sandbox } from '../generation/ports.ts';
import type { PartnerHere } from '../privacy/partners.ts';
import { classesOf, type PolicyFacts } from '../privacy/policy.ts';
import { createSigner, type Signer } from '../privacy/signing.ts';
import type { Config } from './config.ts';
import { declarations } from './declarations.ts';
import type { Stores } from './stores.ts';

export type PrivacyParts = {
  partners: readonly PartnerHere[];
  policyFacts: PolicyFacts;
  signer: Signer;
  backupDays: number;
  escapeHtml(text: string): string;
  heldWhere(): Promise<HeldWhere>;
};

/** No client of a partner is built in yet, so none is ready, whatever is configured. */
export const partners: readonly PartnerHere[] = [kiePartner, geminiPartner, seedancePartner, klingPartner].map((partner) => ({
  ...partner,
  isReady: false,
}));

export function privacyParts(config: Config, stores: Stores, sandbox: Pick<Sandbox, 'level'>): PrivacyParts {
  return {
    partners,
    policyFacts: {
      classes: classesOf(Object.values(declarations).flatMap((data) => Object.values(data))),
      partners: [...partners],
      contact: config.privacyContact ?? null,
      graceDays: config.uninstallGraceDays,
    },
    signer: createSigner({ keys: stores.keys, keyring: stores.keyring }),
    backupDays: config.backupDays,
    escapeHtml: (text) => encode(text),
    heldWhere: async () => ({
      database: config.databaseUrl ? 'PostgreSQL' : 'PGlite',
      media: placeOf(config.mediaUrl),
      keys: placeOf(config.keysUrl),
      sandbox: (await sandbox.level()).level,
    }),
  };
}

const placeOf = (url: string | undefined): string => (url?.startsWith('s3:') ? 'S3' : 'files');
