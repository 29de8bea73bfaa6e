/** Builds the command line of a confined worker: limits, namespaces, the few folders it sees, and the kernel filter. */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { addressSpaceBytes, type JobLimits, openFiles, tasks, temporaryBytes } from './limits.ts';

/** Which belts a worker wears. */
export type Belts = {
  /** `foreign`: an unprivileged user of its own; `shared`: the user this program runs as. */
  identity: 'foreign' | 'shared';
  /** False only where user namespaces are forbidden and this program runs as root. */
  userNamespace: boolean;
  /** Further user namespaces inside are forbidden; older bubblewrap cannot. */
  lockNamespaces: boolean;
  seccomp: Buffer | null;
};

/** Absolute paths of the programs around and inside a worker. */
export type Programs = { node: string; bwrap: string | null; prlimit: string | null; setpriv: string | null };

export type Places = {
  /** The prepared runtime folder. */
  runtime: string;
  programs: Programs;
  /** Folders that must not be seen although they lie under /usr. */
  hidden: readonly string[];
};

export type CommandLine = {
  file: string;
  args: string[];
  env: Record<string, string>;
  /** The user it is started as; null for the user this program runs as. */
  user: { uid: number; gid: number } | null;
  /** The user the worker itself runs as, seen from outside. */
  owner: { uid: number; gid: number } | null;
  seccomp: Buffer | null;
  confined: boolean;
};

const nobody = 65_534;
const filterDescriptor = 4;

/** WebAssembly's guard regions would need more address space than the limit leaves. */
const nodeFlags = ['--disable-wasm-trap-handler', '--max-old-space-size=512'];

/**
 * Freshly mapped pages cost more than drawing; and an arena reserved ahead would eat up the limit of private memory.
 * One heap for all threads: each of its own would keep what its decoder once needed.
 */
const allocator = {
  MIMALLOC_PURGE_DELAY: '-1',
  MIMALLOC_ARENA_RESERVE: '128MiB',
  MALLOC_ARENA_MAX: '1',
};

type Starting = Pick<JobLimits, 'cpuSeconds' | 'dataBytes' | 'resultBytes'>;

export function confinedLine(belts: Belts, places: Places, program: string, limits: Starting): CommandLine {
  const { bwrap, prlimit, setpriv, node } = places.programs;
  if (!bwrap) throw new Error('bubblewrap is not there');
  const drop = belts.userNamespace ? [] : dropInside(setpriv);
  const line = [
    ...limitLine(places.programs, limits),
    bwrap,
    ...namespaces(belts),
    ...visible(places, belts),
    ...['--proc', '/proc', '--dev', '/dev', '--size', String(temporaryBytes)],
    // Without a user namespace the mount belongs to root, and the worker drops to another user inside.
    ...(belts.userNamespace ? [] : ['--perms', '1777']),
    ...['--tmpfs', '/tmp', '--chdir', '/tmp'],
    ...Object.entries({ PATH: '/app/bin:/usr/bin:/usr/local/bin', HOME: '/tmp', LANG: 'C.UTF-8', ...allocator }).flatMap(
      ([name, value]) => ['--setenv', name, value],
    ),
    ...(belts.seccomp ? ['--seccomp', String(filterDescriptor)] : []),
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--'],
    // Inside its own namespace the count is the worker's alone; outside it would count all that the same user runs.
    ...(prlimit && isUnder(prlimit, '/usr') ? [prlimit, `--nproc=${tasks}`, '--'] : []),
    ...drop,
    ...[insidePath(node, places), ...nodeFlags, `/app/${program}`],
  ];
  const [file = bwrap, ...args] = line;
  const user = foreignUser(belts);
  const owner = belts.userNamespace ? user : foreignUser({ identity: 'foreign' });
  return { file, args, env: {}, user, owner, seccomp: belts.seccomp, confined: true };
}

/** A plain child process: limits where `prlimit` is there, no isolation of files or network. */
export function plainLine(places: Places, program: string, limits: Starting, temporary: string, searchPath: string): CommandLine {
  const line = [...limitLine(places.programs, limits), places.programs.node, ...nodeFlags, `${places.runtime}/${program}`];
  const [file = places.programs.node, ...args] = line;
  const env = { PATH: `${places.runtime}/bin:${searchPath}`, HOME: temporary, TMPDIR: temporary, ...allocator };
  const user = foreignUser({ identity: isRoot() ? 'foreign' : 'shared' });
  return { file, args, env, user, owner: user, seccomp: null, confined: false };
}

export const isRoot = () => process.getuid?.() === 0;

const foreignUser = ({ identity }: Pick<Belts, 'identity'>) => (identity === 'foreign' ? { uid: nobody, gid: nobody } : null);

function limitLine({ prlimit }: Programs, limits: Starting): string[] {
  if (!prlimit) return [];
  // The soft limit of processor time comes first, so that its signal tells why the worker ended.
  return [
    prlimit,
    ...['--core=0', `--nofile=${openFiles}`, `--as=${addressSpaceBytes}`, `--data=${limits.dataBytes}`],
    ...[`--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 2}`, `--fsize=${limits.resultBytes}`, '--'],
  ];
}

function namespaces(belts: Belts): string[] {
  const common = ['--die-with-parent', '--new-session', '--clearenv', '--hostname', 'sandbox'];
  if (!belts.userNamespace) {
    const needed = ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'].flatMap((capability) => ['--cap-add', capability]);
    return [...['--unshare-ipc', '--unshare-pid', '--unshare-net', '--unshare-uts', '--cap-drop', 'ALL'], ...needed, ...common];
  }
  const locked = belts.lockNamespaces ? ['--disable-userns'] : [];
  const user = ['--unshare-all', '--unshare-user', '--uid', String(nobody), '--gid', String(nobody), '--cap-drop', 'ALL'];
  return [...user, ...locked, ...common];
}

function dropInside(setpriv: string | null): string[] {
  if (!setpriv) throw new Error('setpriv is not there');
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  return [setpriv, ...user, '--inh-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'];
}

/** Hiding one of these would leave nothing to run. */
const needed = new Set(['/usr', '/usr/bin', '/usr/lib', '/usr/lib64', '/usr/local', '/usr/local/bin', '/usr/local/lib']);

function visible(places: Places, belts: Belts): string[] {
  const hidden = ['/usr/share/fonts', '/usr/local/share/fonts', '/usr/local/etc', '/usr/src', '/usr/local/src', ...places.hidden];
  const underUsr = hidden.filter((folder) => isUnder(folder, '/usr') && !needed.has(folder) && existsSync(folder));
  const roots = ['/lib', '/lib32', '/lib64', '/libx32', '/bin'].filter((folder) => existsSync(folder));
  return [
    ...['--ro-bind', '/usr', '/usr'],
    ...underUsr.flatMap((folder) => ['--tmpfs', folder]),
    ...roots.flatMap((folder) =>
      lstatSync(folder).isSymbolicLink()
        ? ['--symlink', relative('/', readlinkFrom(folder)), folder]
        : ['--ro-bind', folder, folder],
    ),
    // Without a user namespace the folder would be root's alone.
    ...(belts.userNamespace ? [] : ['--perms', '0755', '--dir', '/etc']),
    ...['/etc/ld.so.cache', '/etc/alternatives'].flatMap((path) => ['--ro-bind-try', path, path]),
    ...['--ro-bind', places.runtime, '/app'],
    ...underUsr.flatMap((folder) => ['--remount-ro', folder]),
  ];
}

function readlinkFrom(link: string): string {
  const target = readlinkSync(link);
  return target.startsWith('/') ? target : `${dirname(link) === '/' ? '' : dirname(link)}/${target}`;
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Where a program is found inside: under /usr as outside, else carried along in the runtime folder. */
export function isVisibleInside(path: string, hidden: readonly string[]): boolean {
  return isUnder(path, '/usr') && !['/usr/src', '/usr/local/src', ...hidden].some((folder) => isUnder(path, folder));
}

function insidePath(node: string, places: Places): string {
  return isVisibleInside(node, places.hidden) ? node : '/app/bin/node';
}
