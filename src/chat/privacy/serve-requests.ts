/** The `privacy` job: goes on with a request where it was. */
import { neverHere } from '../../errors.ts';
import { isByMail } from './by-mail/mail-request.ts';
import { type ServeMailDeps, serveMail } from './by-mail/serve-mail.ts';
import { type EraseOnRequestDeps, eraseOnRequest } from './erase-on-request.ts';
import { type ExportDeps, exportOnRequest } from './export-on-request.ts';

export async function servePrivacyRequest(deps: EraseOnRequestDeps & ExportDeps & ServeMailDeps, id: string): Promise<void> {
  const known = await deps.privacyRequests.read(id);
  if (!known || known.state === 'done') return;
  const request = isByMail(known) ? await serveMail(deps, known) : known;
  if (!request) return;
  switch (request.kind) {
    case 'export':
      return exportOnRequest(deps, request);
    case 'erase':
      return eraseOnRequest(deps, request);
    case 'correct':
      // Corrections come by mail only, and are carried out there: what is left of this one cannot be read.
      return deps.privacyRequests.finish(id, 'done');
    default:
      return neverHere(request.kind);
  }
}
