/** What every outside system declares, without starting any: `ls adapters` is the list. */

import { backupName, backupPersonalData } from '../../adapters/backup/declaration.ts';
import { discordPersonalData } from '../../adapters/discord/personal-data.ts';
import { personalData as geminiData } from '../../adapters/gemini/declaration.ts';
import { personalData as keyStoreData } from '../../adapters/key-store/declaration.ts';
import { personalData as kieData } from '../../adapters/kie/declaration.ts';
import { personalData as klingData } from '../../adapters/kling/declaration.ts';
import { personalData as mediaStoreData, mediaStoreName } from '../../adapters/media-store/media-place.ts';
import { inventory } from '../../adapters/postgres/inventory.ts';
import { personalData as redisData } from '../../adapters/redis/declaration.ts';
import { personalData as seedanceData } from '../../adapters/seedance/declaration.ts';
import { slackPersonalData } from '../../adapters/slack/personal-data.ts';
import { smtpPersonalData } from '../../adapters/smtp/create-smtp.ts';
import { webPersonalData } from '../../adapters/web/declaration.ts';
import type { PersonalData } from '../privacy/personal-data.ts';

const database: PersonalData = Object.fromEntries(Object.entries(inventory).map(([model, { holding }]) => [model, holding]));

/** By the names of their folders. */
export const declarations: Readonly<Record<string, PersonalData>> = {
  postgres: database,
  redis: redisData,
  [mediaStoreName]: mediaStoreData,
  'key-store': keyStoreData,
  [backupName]: backupPersonalData,
  slack: slackPersonalData,
  discord: discordPersonalData,
  web: webPersonalData,
  smtp: smtpPersonalData,
  kie: kieData,
  gemini: geminiData,
  seedance: seedanceData,
  kling: klingData,
};
