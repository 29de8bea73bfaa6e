/** From configuration to the portal, and to the server that it may share with a chat platform's deliveries. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Web } from '../../adapters/web/create-web.ts';
import { createPortal, type PortalDeps } from '../chat/portal/create-portal.ts';
import type { Clock } from '../clock.ts';
import { codeOf } from '../errors.ts';
import type { NoteUsage } from '../usage/usage.ts';
import { portalAddress } from './account-parts.ts';
import type { Config } from './config.ts';
import { StartProblem } from './start-problem.ts';

/** Listens nowhere yet; null where no portal is open. Loaded only then. */
export async function openServer(config: Config): Promise<Server | null> {
  if (!config.portal) return null;
  const { createWebServer } = await import('../../adapters/web/create-web.ts');
  return createWebServer(readTls(config));
}

function readTls({ tls }: Config): { cert: string; key: string } | undefined {
  if (!tls) return undefined;
  try {
    return { cert: readFileSync(tls.certFile, 'utf8'), key: readFileSync(tls.keyFile, 'utf8') };
  } catch (error) {
    throw new StartProblem(`TLS_CERT_FILE or TLS_KEY_FILE cannot be read (${codeOf(error)}). Check both paths and permissions.`);
  }
}

export async function connectWeb(
  config: Config,
  server: Server,
  deps: Omit<PortalDeps, 'mailer'> & { clock: Clock; noteUsage: NoteUsage },
): Promise<Web> {
  const { createWeb } = await import('../../adapters/web/create-web.ts');
  const { smtp, publicUrl, trustedProxies, slack } = config;
  const mailer = smtp ? (await import('../../adapters/smtp/create-smtp.ts')).createSmtp(smtp) : null;
  const tls = readTls(config);
  const isShared = slack !== undefined && slack.mode !== 'socket';
  return createWeb(server, {
    portal: createPortal({ ...deps, mailer }),
    here: portalAddress(config) ?? '',
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(tls ? { tls } : {}),
    trustedProxies,
    leaves: (path) => isShared && path.startsWith('/slack/'),
    noteUsage: deps.noteUsage,
    clock: deps.clock,
    log: deps.log,
  });
}
