import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRefill } from '../../../adapters/sandbox/refill.ts';

let filled = 0;
const fill = () => {
  filled += 1;
};

beforeEach(() => {
  filled = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('with few processors, used workers are replaced', () => {
  it('when it is quiet, not between the jobs of one ad', () => {
    const refill = createRefill(fill, false);
    refill.jobBegins();
    vi.advanceTimersByTime(300);
    refill.jobEnds();
    vi.advanceTimersByTime(300);
    refill.jobBegins();
    vi.advanceTimersByTime(300);
    refill.jobEnds();
    expect(filled).toBe(0);
    vi.advanceTimersByTime(500);
    expect(filled).toBe(1);
  });

  it('not while any job still runs', () => {
    const refill = createRefill(fill, false);
    refill.jobBegins();
    refill.jobBegins();
    refill.jobEnds();
    vi.advanceTimersByTime(10_000);
    expect(filled).toBe(0);
  });

  it('no more once it is closed', () => {
    const refill = createRefill(fill, false);
    refill.jobBegins();
    refill.jobEnds();
    refill.close();
    vi.advanceTimersByTime(5_000);
    expect(filled).toBe(0);
  });
});

it('with processors to spare, they are replaced at once', () => {
  const refill = createRefill(fill, true);
  refill.jobBegins();
  expect(filled).toBe(1);
});
