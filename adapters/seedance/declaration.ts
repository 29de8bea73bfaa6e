/** Bytedance Seedance (ModelArk): what it would get of a person, and how long it keeps it (its documents, read in November 2026). */
import type { Partner } from '../../src/privacy/partners.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const seedancePartner: Partner = {
  id: 'seedance',
  name: 'Bytedance Seedance',
  company: 'BytePlus',
  country: 'Malaysia, Indonesia, EU',
  uses: ['clips', 'transitions'],
  gets: ['picture', 'colours', 'prompt'],
  // What its safety check flagged; everything else goes after 7 days.
  keepsDays: 180,
  canForget: true,
  terms: 'https://docs.byteplus.com/en/docs/legal',
};

export const personalData = {
  inputs: {
    class: 'disclosure',
    holds: 'The picture without metadata, its colours and the words of a brief, and what was made of them.',
    purpose: 'To make clips and transitions, for people who agreed to it.',
    clause: '3 Subprocessors',
    keptFor: '7 days; 180 days what its safety check flagged.',
    exported: 'as disclosures',
    erased: 'by a call; what was flagged is named in the receipt with its date',
    expires: '7 days, 180 days at most',
  },
} as const satisfies PersonalData;
