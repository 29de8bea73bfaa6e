/** Google Gemini: what it would get of a person, and how long it keeps it (its documents, read in November 2026). */

import type { Partner } from '../../src/privacy/partners.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const geminiPartner: Partner = {
  id: 'gemini',
  name: 'Google Gemini',
  company: 'Google',
  country: 'USA',
  uses: ['copy', 'stills', 'clips'],
  gets: ['picture', 'colours', 'prompt'],
  // Paid service: answers are logged for 55 days against abuse.
  keepsDays: 55,
  canForget: true,
  terms: 'https://ai.google.dev/gemini-api/terms',
};

export const personalData = {
  inputs: {
    class: 'disclosure',
    holds: 'The picture without metadata, its colours and the words of a brief, and what was made of them.',
    purpose: 'To write texts and to make pictures and clips, for people who agreed to it.',
    clause: '3 Subprocessors',
    keptFor: '55 days at most.',
    exported: 'as disclosures',
    erased: 'by a call where there is one, else named in the receipt with its date',
    expires: '55 days',
  },
} as const satisfies PersonalData;
