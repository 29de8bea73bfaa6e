/** The kernel filter of a worker: no sockets to anywhere, no tracing, mounting, namespaces, modules or keys. One table per processor. */

type Table = {
  /** AUDIT_ARCH_… of linux/audit.h. */
  audit: number;
  clone: number;
  /** First number of the x32 calls, which would slip past the table; only on x64. */
  x32?: number;
  denied: readonly number[];
};

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

// The same on every processor: io_uring, the new mount calls, pidfd_getfd, mount_setattr.
const shared = [...range(425, 427), ...range(428, 433), 438, 442];

// `socketpair` stays allowed: Node needs it to start ffmpeg.
const tables: Readonly<Partial<Record<NodeJS.Architecture, Table>>> = {
  x64: {
    audit: 0xc000003e,
    clone: 56,
    x32: 0x40000000,
    denied: [
      ...shared,
      ...[41, 42, 43, 49, 50, 288], // socket, connect, accept, bind, listen, accept4
      ...[101, 310, 311, 322, 303, 304], // ptrace, process_vm_…, execveat, file handles
      ...[155, 161, 165, 166, 272, 308], // pivot_root, chroot, mount, umount2, unshare, setns
      ...[321, 323, 298, 248, 249, 250], // bpf, userfaultfd, perf_event_open, keys
      ...[246, 320, 175, 176, 313], // kexec, modules
      ...[103, 159, 163, 164, 167, 168, 169, 170, 171, 179, 227, 305], // log, accounting, clock, swap, reboot, names, quota
    ],
  },
  arm64: {
    audit: 0xc00000b7,
    clone: 220,
    denied: [
      ...shared,
      ...[198, 203, 202, 200, 201, 242],
      ...[117, 270, 271, 281, 264, 265],
      ...[41, 51, 40, 39, 97, 268],
      ...[280, 282, 241, 217, 218, 219],
      ...[104, 294, 105, 106, 273],
      ...[116, 171, 89, 170, 224, 225, 142, 161, 162, 60, 112, 266],
    ],
  },
};

const LOAD = 0x20;
const EQUAL = 0x15;
const AT_LEAST = 0x35;
const ANY_BIT = 0x45;
const RETURN = 0x06;
const KILL = 0x80000000;
const ALLOW = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const CLONE3 = 435;
const NEW_NAMESPACES = 0x7e020080;

function instruction(code: number, jumpTrue: number, jumpFalse: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes[2] = jumpTrue;
  bytes[3] = jumpFalse;
  bytes.writeUInt32LE(value >>> 0, 4);
  return bytes;
}

/** The filter as bytes for bubblewrap, or null where no table is known for the processor. */
export function seccompFilter(architecture: NodeJS.Architecture): Buffer | null {
  const table = tables[architecture];
  if (!table) return null;
  const answerWhen = (call: number, answer: number) => [instruction(EQUAL, 0, 1, call), instruction(RETURN, 0, 0, answer)];
  const x32 = table.x32 ? [instruction(AT_LEAST, 0, 1, table.x32), instruction(RETURN, 0, 0, KILL)] : [];
  return Buffer.concat([
    instruction(LOAD, 0, 0, 4),
    instruction(EQUAL, 1, 0, table.audit),
    instruction(RETURN, 0, 0, KILL),
    instruction(LOAD, 0, 0, 0),
    ...x32,
    ...table.denied.flatMap((call) => answerWhen(call, EPERM)),
    // The flags of clone3 lie behind a pointer that a filter cannot read; with ENOSYS libc falls back to clone.
    ...answerWhen(CLONE3, ENOSYS),
    instruction(EQUAL, 0, 4, table.clone),
    instruction(LOAD, 0, 0, 16),
    instruction(ANY_BIT, 0, 1, NEW_NAMESPACES),
    instruction(RETURN, 0, 0, EPERM),
    instruction(RETURN, 0, 0, ALLOW),
    instruction(RETURN, 0, 0, ALLOW),
  ]);
}
