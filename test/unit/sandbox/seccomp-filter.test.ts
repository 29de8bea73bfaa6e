/** The kernel filter is well formed for each processor we know, and absent, not wrong, for the others. */
import { describe, expect, it } from 'vitest';
import { seccompFilter } from '../../../adapters/sandbox/seccomp-filter.ts';

const load = 0x20;
const answer = 0x06;
const kill = 0x80000000;
const refuse = 0x00050001;
const allow = 0x7fff0000;

/** A small machine for the filter language, enough to ask what it says about one call. */
function verdict(filter: Buffer, call: { audit: number; number: number; flags?: number }): number {
  let value = 0;
  for (let at = 0; at < filter.length / 8; at += 1) {
    const code = filter.readUInt16LE(at * 8);
    const operand = filter.readUInt32LE(at * 8 + 4);
    if (code === answer) return operand;
    if (code === load) value = operand === 4 ? call.audit : operand === 0 ? call.number : (call.flags ?? 0);
    else {
      const holds = code === 0x15 ? value === operand : code === 0x35 ? value >= operand : (value & operand) !== 0;
      at += filter[at * 8 + (holds ? 2 : 3)] ?? 0;
    }
  }
  throw new Error('The filter has no end');
}

describe.each([
  { arch: 'x64', audit: 0xc000003e, socket: 41, socketpair: 53, clone: 56, mount: 165, read: 0 },
  { arch: 'arm64', audit: 0xc00000b7, socket: 198, socketpair: 199, clone: 220, mount: 40, read: 63 },
] as const)('the filter for $arch', ({ arch, audit, socket, socketpair, clone, mount, read }) => {
  const filter = seccompFilter(arch) ?? Buffer.alloc(0);
  const ask = (number: number, flags = 0) => verdict(filter, { audit, number, flags });

  it('refuses sockets, mounts and the new ways of mounting', () => {
    expect([ask(socket), ask(mount), ask(428), ask(442)]).toEqual([refuse, refuse, refuse, refuse]);
  });

  it('allows reading, and the pairs of pipes that Node starts programs with', () => {
    expect([ask(read), ask(socketpair)]).toEqual([allow, allow]);
  });

  it('allows threads and processes, but no new namespace', () => {
    expect([ask(clone, 0x00010f00), ask(clone, 0x10000000), ask(clone, 0x40000000)]).toEqual([allow, refuse, refuse]);
    expect(ask(435)).toBe(0x00050026);
  });

  it('ends a program that speaks for another processor', () => {
    expect(verdict(filter, { audit: 0x40000003, number: read })).toBe(kill);
  });
});

describe('a processor without a table', () => {
  it('gets no filter', () => expect(seccompFilter('riscv64')).toBeNull());
});
