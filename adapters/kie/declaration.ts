/** Kie.AI: what it would get of a person, and how long it keeps it (its documents, read in November 2026). */
import type { Partner } from '../../src/privacy/partners.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const kiePartner: Partner = {
  id: 'kie',
  name: 'Kie.AI',
  company: 'Kie.AI',
  country: 'not documented',
  uses: ['stills', 'clips'],
  gets: ['picture', 'colours', 'prompt'],
  // Media 14 days, logs two months.
  keepsDays: 60,
  canForget: false,
  terms: 'https://kie.ai/terms-of-use',
};

export const personalData = {
  inputs: {
    class: 'disclosure',
    holds: 'The picture without metadata, its colours and the words of a brief, and what was made of them.',
    purpose: 'To make pictures and clips, for people who agreed to it.',
    clause: '3 Subprocessors',
    keptFor: 'Media 14 days, logs two months.',
    exported: 'as disclosures',
    erased: 'it has no call for that: named in the receipt with its date',
    expires: 'two months',
  },
} as const satisfies PersonalData;
