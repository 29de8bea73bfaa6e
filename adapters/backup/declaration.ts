/** What lies in the folders that the operator names for copies. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const backupName = 'backup';

export const backupPersonalData: PersonalData<'database and media' | 'wrapped keys'> = {
  'database and media': {
    class: 'rights',
    holds: 'Copies of the database and of the encrypted media, sealed as they were stored.',
    purpose: 'To bring everything back after a loss.',
    clause: '2 Protection',
    keptFor: 'For as many days as the operator set (BACKUP_DAYS), which receipts name.',
    exported: 'Not: they hold what is exported anyway.',
    erased: 'With the key that is destroyed nothing of the person can be read in them; a restore removes those rows.',
    expires: 'Older ones are removed whenever a new one is made.',
  },
  'wrapped keys': {
    class: 'keys',
    holds: 'One copy of the wrapped keys, apart from the other copies; without the keys of hours, which go after a day.',
    purpose: 'So that the loss of the key store is not the loss of everything.',
    clause: '2 Protection',
    keptFor: 'Until it is replaced by the next copy.',
    exported: 'Not exported: a key says nothing about a person.',
    erased: 'Overwritten and replaced with the next daily copy.',
    expires: 'Each copy takes the place of the one before.',
  },
};
