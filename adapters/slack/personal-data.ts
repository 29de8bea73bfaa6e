/** What Slack holds of people through us, and how it goes away. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const slackPersonalData = {
  messages: {
    holds:
      'The messages that the bot posted in channels, threads and direct messages: what an ad says and the id of the person who asked for it.',
    purpose: 'To answer people where they asked.',
    clause: '1 Media Assets',
    keptFor: 'As long as the workspace keeps its messages, or until they are deleted.',
    exported: 'Named by channel and time; the words themselves are in the export of the ad.',
    erased: 'Each message is deleted by its id (chat.delete).',
    expires: 'until erased',
  },
  files: {
    holds: 'The pictures and videos that the bot uploaded, with their descriptions.',
    purpose: 'To hand over finished advertisements.',
    clause: '1 Media Assets',
    keptFor: 'As long as the workspace keeps its files, or until they are deleted.',
    exported: 'Named by file id; the files themselves are in the export of the ad.',
    erased: 'Each file is deleted by its id (files.delete).',
    expires: 'until erased',
  },
  'photos people uploaded': {
    holds:
      'Photos that a person handed over in a form or a message. They belong to that person in Slack; the bot only reads them.',
    purpose: 'To make the advertisement that was asked for.',
    clause: '1 Media Assets',
    keptFor: 'As long as that person and the workspace keep them.',
    exported: 'Not by us: they are in the person’s own Slack.',
    erased: 'By the person in Slack: an app may not delete another owner’s file.',
    expires: 'until erased',
  },
  'reply addresses': {
    keepsNothing:
      'Addresses to answer a person privately are held in memory for 29 minutes at most and are never stored or logged.',
  },
} as const satisfies PersonalData;
