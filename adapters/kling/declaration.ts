/** Kling AI: what it would get of a person, and how long it keeps it (its documents, read in November 2026). */
import type { Partner } from '../../src/privacy/partners.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const klingPartner: Partner = {
  id: 'kling',
  name: 'Kling AI',
  company: 'Kuaishou',
  country: 'Singapore',
  uses: ['clips', 'transitions'],
  gets: ['picture', 'colours', 'prompt'],
  keepsDays: 30,
  canForget: false,
  terms: 'https://klingai.com/docs/terms-of-service',
};

export const personalData = {
  inputs: {
    class: 'disclosure',
    holds: 'The picture without metadata, its colours and the words of a brief, and what was made of them.',
    purpose: 'To make clips and transitions, for people who agreed to it.',
    clause: '3 Subprocessors',
    keptFor: '30 days.',
    exported: 'as disclosures',
    erased: 'it has no call for that: named in the receipt with its date',
    expires: '30 days',
  },
} as const satisfies PersonalData;
