import { describe, expect, it } from 'vitest';
import { createSealedDiskMedia } from '../../../adapters/media-store/sealed-disk-media.ts';
import { addMissing, replaceRest } from '../../../src/backup/restore-media.ts';
import { collect, once } from '../../../src/generation/contents.ts';
import { testFolder } from '../../support/test-folder.ts';

const backup = {
  media: ['creatives/lost', 'logos/kit', 'creatives/erased'],
  readMedia: (name: string) => once(Buffer.from(`${name} then`)),
};

async function alive() {
  const media = createSealedDiskMedia({ folder: testFolder() });
  for (const name of ['logos/kit', 'creatives/late', 'creatives/erased']) await media.put(name, once(Buffer.from(`${name} now`)));
  const said = async () => {
    const found: string[] = [];
    for await (const { name } of media.list())
      found.push(Buffer.from(await collect((await media.read(name)) ?? once(Buffer.from('')))).toString());
    return found.sort();
  };
  return { media, said };
}

describe('the media of a backup', () => {
  it('take nothing from what is alive before their rows are there', async () => {
    const { media, said } = await alive();
    await addMissing(media, backup);
    expect(await said()).toEqual(['creatives/erased now', 'creatives/late now', 'creatives/lost then', 'logos/kit now']);
  });

  it('stand as in the backup after that, but what was erased with its rows', async () => {
    const { media, said } = await alive();
    const there = await addMissing(media, backup);
    await media.remove('creatives/erased');
    await replaceRest(media, backup, there);
    expect(await said()).toEqual(['creatives/lost then', 'logos/kit then']);
  });
});
