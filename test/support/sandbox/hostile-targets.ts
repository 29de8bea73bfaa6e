/** Makes what the hostile program aims at: open to everybody, so that only the sandbox's walls can keep it away. */
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type HostileTargets = {
  mark: string;
  secretFile: string;
  tenantFile: string;
  home: string;
  openFolder: string;
  tcpPort: number;
  udpPort: number;
  socketPath: string;
  decoyPid: number;
  megabytes: number;
  inside: boolean;
};

export type HostileGround = { targets: HostileTargets; folder: string; decoyWasSignalled(): boolean; close(): Promise<void> };

export async function hostileGround(options: { uid: number | null }): Promise<HostileGround> {
  const folder = await mkdtemp(join(tmpdir(), 'adwright-hostile-'));
  await chmod(folder, 0o755);
  const mark = `adwright-mark-${Math.random().toString(36).slice(2)}`;
  const place = (name: string) => join(folder, name);
  await Promise.all([
    writeFile(place('shadow'), 'secret', { mode: 0o644 }),
    mkdir(place('data')).then(() => writeFile(place('data/other-tenant'), 'picture', { mode: 0o644 })),
    mkdir(place('home')),
    mkdir(place('open')).then(() => chmod(place('open'), 0o777)),
  ]);
  const tcp = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  const unix = createServer((socket) => socket.destroy()).listen(place('socket'));
  const udp = createSocket('udp4').bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(unix, 'listening'), once(udp, 'listening')]);
  await chmod(place('socket'), 0o777);
  udp.on('message', (_, from) => udp.send('here', from.port, from.address));
  const decoy = spawn(
    process.execPath,
    ['-e', "process.on('SIGUSR2',()=>process.exit(9));setTimeout(()=>{},600000);console.log(1)"],
    {
      env: { SECRET: mark },
      stdio: ['ignore', 'pipe', 'ignore'],
      ...(options.uid === null ? {} : { uid: options.uid, gid: options.uid }),
    },
  );
  await once(decoy.stdout, 'data');
  return {
    folder,
    targets: {
      mark,
      secretFile: place('shadow'),
      tenantFile: place('data/other-tenant'),
      home: place('home'),
      openFolder: place('open'),
      tcpPort: (tcp.address() as AddressInfo).port,
      udpPort: udp.address().port,
      socketPath: place('socket'),
      decoyPid: decoy.pid ?? 0,
      megabytes: 1_024,
      inside: true,
    },
    decoyWasSignalled: () => decoy.exitCode !== null || decoy.signalCode !== null,
    async close() {
      decoy.kill('SIGKILL');
      tcp.close();
      unix.close();
      udp.close();
      await rm(folder, { recursive: true, force: true });
      await rm(`/dev/shm/${mark}`, { force: true });
    },
  };
}
