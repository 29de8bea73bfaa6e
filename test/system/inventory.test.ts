import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchiver } from '../../adapters/archive/zip.ts';
import { backupName, backupPersonalData } from '../../adapters/backup/declaration.ts';
import { discordPersonalData } from '../../adapters/discord/personal-data.ts';
import { inventory } from '../../adapters/postgres/inventory.ts';
import { smtpPersonalData } from '../../adapters/smtp/create-smtp.ts';
import { terminalPersonalData } from '../../adapters/terminal/run-ad.ts';
import { webPersonalData } from '../../adapters/web/declaration.ts';
import { declarations } from '../../src/app/declarations.ts';
import type { OutsideSystem } from '../../src/privacy/personal-data.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';

const adapters = fileURLToPath(new URL('../../adapters', import.meta.url));

describe('the inventory of personal data', () => {
  let place: Workplace;
  let systems: Pick<OutsideSystem, 'name' | 'personalData'>[];
  beforeAll(async () => {
    place = await openWorkplace();
    const { stores, queue, sandbox, studio, chats } = place.held.app;
    if (chats.length === 0) throw new Error('No chat is connected');
    systems = [
      stores.keys,
      stores.media,
      stores.database,
      queue,
      sandbox,
      studio,
      createArchiver(),
      ...chats,
      { name: backupName, personalData: backupPersonalData },
      { name: 'discord', personalData: discordPersonalData },
      { name: 'terminal', personalData: terminalPersonalData },
      { name: 'web', personalData: webPersonalData },
      { name: 'smtp', personalData: smtpPersonalData },
      ...['gemini', 'kie', 'kling', 'seedance'].map((name) => ({ name, personalData: declarations[name] ?? {} })),
    ];
  });
  afterAll(async () => {
    await place?.close();
  });

  it('has every folder of adapters in it, but for the playground, which is no part of a real installation', () => {
    const folders = readdirSync(adapters).filter((name) => name !== 'playground' && statSync(join(adapters, name)).isDirectory());
    expect(systems.map((system) => system.name).sort()).toEqual(folders.sort());
  });

  it('says for each area what is held, why, how long, and how it leaves; or argues in a sentence why nothing is', () => {
    for (const { name, personalData } of systems) {
      expect(Object.keys(personalData).length, name).toBeGreaterThan(0);
      for (const [area, declaration] of Object.entries(personalData)) {
        const { class: _, ...said } = 'keepsNothing' in declaration ? { class: '', ...declaration } : declaration;
        const sentences = Object.values(said);
        for (const sentence of sentences) expect(sentence.length, `${name}: ${area}`).toBeGreaterThan(5);
      }
    }
  });

  it('knows every table there really is in the database', async () => {
    const { prisma } = place.held.app.stores.database.connection;
    const tables = await prisma.$queryRaw<
      { name: string }[]
    >`SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace`;
    const known = [...Object.keys(inventory), '_prisma_migrations'];
    expect(tables.map((table) => table.name).sort()).toEqual(known.sort());
  });
});
