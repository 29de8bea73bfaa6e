/** What the key store holds, whichever way it is kept. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const keyStoreName = 'key-store';

export const personalData: PersonalData<'wrapped keys'> = {
  'wrapped keys': {
    class: 'keys',
    holds:
      'One encrypted key per account, member, workspace, advertisement and photo, under an identifier without meaning; no name, text or picture.',
    purpose:
      'Everything else that is stored can only be read with these keys, so that destroying a key erases what it opens in every copy.',
    clause: '2 Protection',
    keptFor: 'As long as what the key opens.',
    exported: 'Not exported: a key says nothing about a person, and what it opens is exported in the clear.',
    erased: 'Overwritten and removed, first of all steps of an erasure.',
    expires: 'Together with what the key opens.',
  },
};
