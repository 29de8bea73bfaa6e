/** What the web pages hold of people. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const webPersonalData = {
  pages: {
    keepsNothing:
      'It shows what the other systems hold. Which page was called, from which address and with which browser is usage, which the database keeps for 24 hours; a browser is known by a random number whose hash is there, too. Nothing is logged.',
  },
} as const satisfies PersonalData;
