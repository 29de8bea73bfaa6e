import { describe, expect, it } from 'vitest';
import { storageUse } from '../../../src/accounts/storage-quota.ts';

const mb = 1_000_000;
const use = (usedMb: number, chosenMb: number | null = null) => storageUse(usedMb * mb, { ceilingMb: 100, chosenMb });

describe('the storage of a workspace', () => {
  it('warns from 80 percent on, and is full at all of it', () => {
    expect(use(79.9)).toMatchObject({ isNearlyFull: false, isFull: false, percent: 79 });
    expect(use(80)).toMatchObject({ isNearlyFull: true, isFull: false, percent: 80 });
    expect(use(99.9)).toMatchObject({ isFull: false, percent: 99, usedMb: 100 });
    expect(use(100)).toMatchObject({ isNearlyFull: true, isFull: true, percent: 100 });
    expect(use(250)).toMatchObject({ isFull: true, percent: 100 });
  });

  it('is what an admin set, but never more than the operator allows', () => {
    expect(use(50, 50)).toMatchObject({ mostMb: 50, isFull: true });
    expect(use(50, 1_000)).toMatchObject({ mostMb: 100, isFull: false });
  });
});
