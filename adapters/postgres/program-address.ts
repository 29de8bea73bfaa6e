/** How PostgreSQL's own programs are told where the server is, and by what they know that it is the right one. */
import { existsSync } from 'node:fs';
import { AppError } from '../../src/errors.ts';

/** `searchPath`: where its programs are found. */
export type ServerPlace = { url: string; searchPath: string };

/** Debian and Alpine, Red Hat, SUSE, BSD and macOS: the roots that the system trusts, where those programs do not look by themselves. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export const nameTheRoot = 'Name the file with its root certificate in DATABASE_URL: &sslrootcert=/path/to/root.pem';

/** The password goes by the environment: what stands on a command line can be read by others on the machine. */
export function programAddress(place: ServerPlace): { address: string; environment: Record<string, string> } {
  const url = new URL(place.url);
  const environment = {
    PATH: place.searchPath,
    ...(url.password ? { PGPASSWORD: decodeURIComponent(url.password) } : {}),
    ...(needsRoots(url.searchParams) ? { PGSSLROOTCERT: systemRoots() } : {}),
  };
  url.password = '';
  return { address: url.href, environment };
}

const needsRoots = (settings: URLSearchParams): boolean =>
  settings.getAll('sslmode').some((mode) => mode.startsWith('verify-')) && !settings.has('sslrootcert');

function systemRoots(): string {
  const found = bundles.find((path) => existsSync(path));
  if (found) return found;
  throw new AppError(
    'database-unavailable',
    `No root certificates were found to verify the database server with. ${nameTheRoot}.`,
    {
      retry: 'never',
    },
  );
}
