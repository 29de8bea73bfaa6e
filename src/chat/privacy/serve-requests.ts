/** The `privacy` job: goes on with a request where it was. */
import { type EraseOnRequestDeps, eraseOnRequest } from './erase-on-request.ts';
import { type ExportDeps, exportOnRequest } from './export-on-request.ts';

export async function servePrivacyRequest(deps: EraseOnRequestDeps & ExportDeps, id: string): Promise<void> {
  const request = await deps.privacyRequests.read(id);
  if (!request || request.state === 'done') return;
  return request.kind === 'export' ? exportOnRequest(deps, request) : eraseOnRequest(deps, request);
}
