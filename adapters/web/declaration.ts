/** What the web pages hold of people. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const webPersonalData = {
  pages: {
    keepsNothing:
      'It shows what the other systems hold and writes nothing down: a browser is known by a random number whose hash is in the database, and no address is logged.',
  },
} as const satisfies PersonalData;
