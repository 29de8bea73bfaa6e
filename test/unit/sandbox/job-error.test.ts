/** However a worker ends, the caller gets one clear reason, and never the worker's own words. */
import { describe, expect, it } from 'vitest';
import { errorOfEnd, errorOfFrame } from '../../../adapters/sandbox/job-error.ts';

const ended = (code: number | null, signal: NodeJS.Signals | null = null, words = '') => errorOfEnd({ code, signal }, words).code;

describe('a worker that ended by itself', () => {
  it.each([
    ['crashed', 139, 'sandbox-crashed'],
    ['stopped without a word', 0, 'sandbox-crashed'],
    ['was killed from outside, as the kernel does when memory is short', 137, 'sandbox-out-of-memory'],
    ['used up its processor time', 152, 'sandbox-timeout'],
    ['wrote too long a file', 153, 'sandbox-result-too-big'],
  ])('and %s (exit %i) is told as %s', (_, code, expected) => expect(ended(code)).toBe(expected));

  it('is understood by its signal too, where nothing stands between', () => {
    expect(ended(null, 'SIGXCPU')).toBe('sandbox-timeout');
    expect(ended(null, 'SIGKILL')).toBe('sandbox-out-of-memory');
  });

  it('is understood by its last words when it could still say them', () => {
    expect(ended(134, null, 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory')).toBe(
      'sandbox-out-of-memory',
    );
    expect(ended(1, null, 'Error: ENOSPC: no space left on device, write')).toBe('sandbox-result-too-big');
  });
});

describe('a worker that says it failed', () => {
  it.each([
    ['terminate called after throwing an instance of std::bad_alloc', 'sandbox-out-of-memory'],
    ['RangeError: Array buffer allocation failed', 'sandbox-out-of-memory'],
    ['ffmpeg was stopped by SIGXFSZ', 'sandbox-result-too-big'],
    ['the font of Anna Smith is missing', 'studio-failed'],
  ])('%s', (message, code) => {
    const error = errorOfFrame({ frame: 'error', message });
    expect(error.code).toBe(code);
    expect(error.message).not.toContain(message);
  });
});
