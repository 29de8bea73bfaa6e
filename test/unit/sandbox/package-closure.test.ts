/** The sandbox gets exactly the packages a worker needs: what they need themselves, once, and nothing for other systems. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageClosure } from '../../../adapters/sandbox/package-closure.ts';

let root: string;

function install(folder: string, manifest: object = {}): void {
  mkdirSync(join(root, 'node_modules', folder), { recursive: true });
  writeFileSync(join(root, 'node_modules', folder, 'package.json'), JSON.stringify(manifest));
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'adwright-closure-'));
  install('draw', {
    dependencies: { colour: '1', shared: '1' },
    optionalDependencies: { '@draw/here': '1', '@draw/elsewhere': '1' },
  });
  install('@draw/here', { dependencies: { shared: '1' } });
  install('colour', { dependencies: { shared: '2' } });
  install('colour/node_modules/shared');
  install('shared', { dependencies: { draw: '1' } });
  install('stranger');
  install('broken', { dependencies: { absent: '1' } });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the packages of a worker', () => {
  it('come with everything they need, in the place where each is found, and without strangers', () => {
    const found = packageClosure(['draw'], join(root, 'src/deep'));
    const nested = join('colour', 'node_modules', 'shared');
    expect([...found.keys()].sort()).toEqual(['@draw/here', 'colour', nested, 'draw', 'shared']);
    expect(found.get(nested)).toBe(join(root, 'node_modules', nested));
  });

  it('are named when one is not installed', () => {
    expect(() => packageClosure(['broken'], root)).toThrow('The package absent is not installed');
  });
});
