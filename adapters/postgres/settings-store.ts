/** What people chose, sealed under their own key. */
import { type SettingsStore, settingsSchema } from '../../src/accounts/settings.ts';
import { openJson, sealJson } from './columns.ts';
import { createOwnerStore, lookupOf, type OwnerDeps } from './owner-store.ts';

export function createSettingsStore(deps: OwnerDeps): SettingsStore {
  const { prisma, keyring } = deps;
  const read: SettingsStore['read'] = async (person) => {
    const row = await prisma.owner.findUnique({
      where: { lookup: await lookupOf(keyring, person) },
      select: { id: true, settings: true },
    });
    if (!row?.settings) return {};
    return openJson(await keyring.open(`owner:${row.id}`), `Owner.settings:${row.id}`, row.settings, settingsSchema);
  };
  return {
    read,
    async save(person, changed) {
      const { ownerId } = await createOwnerStore(deps).ensureMember(person);
      const settings = { ...(await read(person)), ...changed };
      const sealed = sealJson(await keyring.open(`owner:${ownerId}`), `Owner.settings:${ownerId}`, settings);
      await prisma.owner.update({ where: { id: ownerId }, data: { settings: sealed } });
    },
  };
}
