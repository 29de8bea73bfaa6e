/** What Redis holds: never more than the name of a job and an identifier without meaning. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const redisName = 'redis';

export const personalData: PersonalData<'queue'> = {
  queue: {
    class: 'request',
    holds:
      'The names of waiting jobs, each with the random identifier of the advertisement, delivery or intake it is about; no text, picture or name.',
    purpose: 'To wake a worker as soon as there is something to do.',
    clause: '4 Retention',
    keptFor: 'Until the job is done, seconds to hours; the log on disk is rewritten every hour.',
    exported: 'Not exported: the records the identifiers point to are exported themselves.',
    erased: 'A job whose record is gone ends at once and removes itself.',
    expires: 'Every job removes itself when it ends, also when it ends badly.',
  },
};
