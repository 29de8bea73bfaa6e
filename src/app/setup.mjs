/** Brings in what an npm script needs, with nothing but Node itself: npm packages, the database client and system programs. Quiet when all is there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { argv, env, platform } = process;
const root = fileURLToPath(new URL('../..', import.meta.url));
const nodeFloor = [20, 19];

/**
 * @typedef {'redis' | 'ffmpeg' | 'sandbox'} Need
 * `must`: the script stops without it. `install`: it may be installed where that takes no question.
 * @type {Record<string, { must: Need[], should: Need[], install: boolean }>}
 */
const scripts = {
  demo: { must: ['redis', 'ffmpeg'], should: ['sandbox'], install: true },
  test: { must: ['redis', 'ffmpeg'], should: ['sandbox'], install: true },
  proof: { must: ['redis', 'ffmpeg'], should: ['sandbox'], install: true },
  bench: { must: ['redis', 'ffmpeg'], should: ['sandbox'], install: true },
  start: { must: ['redis'], should: ['ffmpeg', 'sandbox'], install: false },
  ad: { must: ['redis'], should: ['ffmpeg', 'sandbox'], install: false },
  doctor: { must: [], should: ['redis', 'ffmpeg', 'sandbox'], install: false },
  backup: { must: [], should: [], install: false },
  restore: { must: [], should: [], install: false },
  privacy: { must: [], should: [], install: false },
  check: { must: [], should: [], install: false },
  sheet: { must: [], should: [], install: false },
  build: { must: [], should: [], install: false },
};

/** Any one program of each inner list will do. */
const programs = {
  redis: [['redis-server', 'valkey-server']],
  ffmpeg: [['ffmpeg'], ['ffprobe']],
  sandbox: [['bwrap'], ['prlimit']],
};

const without = {
  redis: 'the queue cannot run',
  ffmpeg: 'videos cannot be drawn',
  sandbox: 'photos are opened WITHOUT a sandbox',
};

/** One command per way to install; the first that is there is used. */
const installers = [
  {
    tool: 'apt-get',
    command: 'apt-get install -y --no-install-recommends',
    names: { redis: 'redis-server', ffmpeg: 'ffmpeg', sandbox: 'bubblewrap util-linux' },
  },
  { tool: 'dnf', command: 'dnf install -y', names: { redis: 'valkey', ffmpeg: 'ffmpeg', sandbox: 'bubblewrap util-linux' } },
  {
    tool: 'pacman',
    command: 'pacman -S --needed',
    names: { redis: 'valkey', ffmpeg: 'ffmpeg', sandbox: 'bubblewrap util-linux' },
  },
  { tool: 'zypper', command: 'zypper install -y', names: { redis: 'redis', ffmpeg: 'ffmpeg', sandbox: 'bubblewrap util-linux' } },
  { tool: 'apk', command: 'apk add', names: { redis: 'redis', ffmpeg: 'ffmpeg', sandbox: 'bubblewrap util-linux-misc' } },
];

/** @param {string} version as in process.versions.node */
export function isNodeEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > nodeFloor[0] || (major === nodeFloor[0] && minor >= nodeFloor[1]);
}

/**
 * What npm noted down about node_modules says the same as the lock file; packages for other systems may be absent.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, dev?: boolean }> }} lock
 * @param {{ packages: Record<string, { version?: string }> } | null} installed
 * @param {{ dev: boolean }} options whether packages for development must be there
 */
export function isInstalled(lock, installed, { dev }) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found) return found.version === wanted.version;
    return Boolean(wanted.optional || wanted.devOptional || (wanted.dev && !dev));
  });
}

/**
 * @param {string} script
 * @param {{ platform: string, redisUrl?: string, ffmpegPath?: string, has(program: string): boolean }} system
 * @returns {{ must: Need[], should: Need[] }} what is missing
 */
export function findMissing(script, system) {
  const { must, should } = scripts[script] ?? { must: [], should: [] };
  const isMissing = (need) => {
    if (need === 'redis' && system.redisUrl) return false;
    if (need === 'ffmpeg' && system.ffmpegPath) return false;
    if (need === 'sandbox' && system.platform !== 'linux') return false;
    return programs[need].some((any) => !any.some((program) => system.has(program)));
  };
  return { must: must.filter(isMissing), should: should.filter(isMissing) };
}

/**
 * The one command that brings the needs in, or null where no way is known.
 * @param {Need[]} needs
 * @param {{ platform: string, isRoot: boolean, has(program: string): boolean }} system
 */
export function installCommand(needs, system) {
  if (system.platform === 'darwin') return `brew install ${needs.filter((need) => need !== 'sandbox').join(' ')}`;
  if (system.platform === 'win32') return 'wsl --install';
  const way = installers.find(({ tool }) => system.has(tool));
  return way ? `${system.isRoot ? '' : 'sudo '}${way.command} ${needs.map((need) => way.names[need]).join(' ')}` : null;
}

/**
 * @param {string} script
 * @param {{ platform: string, isRoot: boolean, canSudo(): boolean, has(program: string): boolean }} system
 */
export function mayInstall(script, system) {
  const allowed = scripts[script]?.install === true && system.platform === 'linux' && system.has('apt-get');
  return allowed && (system.isRoot || system.canSudo());
}

const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(1);
}

function hasProgram(name) {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

function run(file, args, extra = {}) {
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: ['ignore', 2, 2], ...extra });
  return error ? 127 : (status ?? 1);
}

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** True when packages were installed just now. */
function setUpPackages(script) {
  const lock = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules/.package-lock.json'));
  if (lock && isInstalled(lock, installed, { dev: !['start', 'ad', 'doctor', 'privacy', 'backup', 'restore'].includes(script) }))
    return false;
  say(installed ? 'npm packages changed, bringing them up to date…' : 'Installing npm packages, this takes about a minute…');
  const npm = env.npm_execpath;
  const args = ['ci', '--include=dev', '--loglevel=error'];
  const status =
    npm?.endsWith('.js') || npm?.endsWith('.cjs')
      ? run(process.execPath, [npm, ...args])
      : run('npm', args, { shell: platform === 'win32' });
  if (status !== 0) stop('npm could not install the packages: what went wrong is said above. Then start again.');
  return true;
}

function setUpDatabaseClient(isNew) {
  const schema = join(root, 'prisma/schema.prisma');
  const made = join(root, 'adapters/postgres/generated/client.ts');
  if (!existsSync(schema)) return;
  if (!isNew && existsSync(made) && statSync(made).mtimeMs >= statSync(schema).mtimeMs) return;
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  if (!existsSync(prisma)) {
    if (existsSync(made)) return;
    stop('The database client is missing, and so are the packages that make it. Run: npm ci --include=dev');
  }
  const outcome = spawnSync(process.execPath, [prisma, 'generate', '--config', 'prisma/prisma.config.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (outcome.status !== 0) stop(`The database client could not be made:\n${outcome.stdout}${outcome.stderr}`);
}

function setUpPrograms(script) {
  const isRoot = process.getuid?.() === 0;
  const canSudo = () => hasProgram('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  const system = { platform, isRoot, canSudo, has: hasProgram, redisUrl: env.REDIS_URL, ffmpegPath: env.FFMPEG_PATH };
  let missing = findMissing(script, system);
  const all = [...missing.must, ...missing.should];
  if (all.length === 0) return;
  if (mayInstall(script, system)) {
    install(all, isRoot);
    missing = findMissing(script, system);
  }
  const explain = (needs) => {
    const command = installCommand(needs, system);
    const lacks = needs.map((need) => `  ${programs[need].map((any) => any.join(' or ')).join(' and ')}: ${without[need]}`);
    return [
      ...lacks,
      command ? `Run this once, then start again:  ${command}` : 'Please install them with the package manager of your system.',
    ].join('\n');
  };
  if (missing.must.length > 0)
    stop(`Some programs are missing on this computer:\n${explain([...missing.must, ...missing.should])}`);
  if (missing.should.length > 0) say(`Warning, some programs are missing on this computer:\n${explain(missing.should)}`);
}

/** Debian's package starts a server of its own, which nobody asked for: it is stopped again, and stays off. */
function install(needs, isRoot) {
  const packages = needs.flatMap((need) => installers[0].names[need].split(' '));
  const apt = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']), ...args], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const administer = (...args) => run(isRoot ? args[0] : 'sudo', isRoot ? args.slice(1) : ['-n', ...args], { stdio: 'ignore' });
  say(`Installing with apt-get: ${packages.join(' ')}`);
  const order = ['install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...packages];
  if (apt(...order) !== 0 && apt('update', '-qq') === 0) apt(...order);
  if (!needs.includes('redis') || !hasProgram('redis-server')) return;
  if (existsSync('/run/systemd/system')) administer('systemctl', 'disable', '--now', 'redis-server.service');
  else administer('service', 'redis-server', 'stop');
}

function setUp(script) {
  if (!isNodeEnough(process.versions.node))
    stop(`Adwright needs Node ${nodeFloor.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`);
  if (existsSync('.env')) process.loadEnvFile('.env');
  setUpDatabaseClient(setUpPackages(script));
  setUpPrograms(script);
}

if (argv[1] && import.meta.url === pathToFileURL(realpathSync(argv[1])).href) setUp(argv[2] ?? '');
