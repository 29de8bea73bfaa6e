/** Buttons that make a new version of a finished ad at once. */
import type { Change } from '../../generation/revise-ad.ts';
import { revise } from '../revise.ts';
import type { Deed } from './press.ts';

const changed =
  (change: Change): Deed =>
  (deps, { intakeId, request, ad, signal }) =>
    revise(deps, intakeId, { ad, request, change, files: [] }, signal);

export const anotherLook = changed({ kind: 'another-look' });
export const wholePhoto = changed({ kind: 'whole-photo' });
export const makeVideo = changed({ kind: 'video' });
