/** One of the two presses by which a person says that two identities are theirs. */
import { agreeToJoin } from '../../accounts/join-identities.ts';
import { neverHere } from '../../errors.ts';
import type { ShelfDeed } from '../presses/brand-presses.ts';
import { say } from '../presses/press.ts';

export const joinIdentities: ShelfDeed = async (deps, { request, words: { account } }) => {
  const ownerId = await deps.owners.find(request.person);
  if (ownerId === null) return say(deps, request, account.joinGone);
  const outcome = await agreeToJoin(deps.joining, ownerId, request.value);
  switch (outcome) {
    case 'met':
      await say(deps, request, account.metDone);
      return 'done';
    case 'joined':
      await say(deps, request, account.joined);
      return 'done';
    case 'wait':
      return say(deps, request, account.waiting);
    case 'gone':
      return say(deps, request, account.joinGone);
    case 'joined-one':
      await say(deps, request, account.joinedOne);
      return 'done';
    case 'joined-ended':
      await say(deps, request, `${account.joinedOne} ${account.mailEnded}`);
      return 'done';
    default:
      return neverHere(outcome);
  }
};
