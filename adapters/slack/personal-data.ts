/** What Slack holds of people through us, and how it goes away. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const slackPersonalData = {
  messages: {
    class: 'posted',
    holds:
      'The messages that the bot posted in channels, threads and direct messages: what an ad says and the id of the person who asked for it. Below a message with pictures, a button that carries the text of that message.',
    purpose: 'To answer people where they asked.',
    clause: '1 Media Assets',
    keptFor: 'As long as the workspace keeps its messages, or until they are deleted.',
    exported: 'Named by channel and time; the words themselves are in the export of the ad.',
    erased: 'Each message is deleted by its id (chat.delete).',
    expires: 'until erased',
  },
  'page of the bot': {
    class: 'posted',
    holds: 'The titles and states of a person’s latest ads, as that person alone sees them on the page of the bot.',
    purpose: 'To show people what they made and what to do next.',
    clause: '1 Media Assets',
    keptFor: 'Until the person opens the page again: it is written anew each time.',
    exported: 'Not apart: the titles are in the export of the ads.',
    erased: 'Written anew without them the next time the person opens it.',
    expires: 'until erased',
  },
  files: {
    class: 'posted',
    holds: 'The pictures and videos that the bot uploaded, with their descriptions.',
    purpose: 'To hand over finished advertisements.',
    clause: '1 Media Assets',
    keptFor: 'As long as the workspace keeps its files, or until they are deleted.',
    exported: 'Named by file id; the files themselves are in the export of the ad.',
    erased: 'Each file is deleted by its id (files.delete).',
    expires: 'until erased',
  },
  'photos people uploaded': {
    class: 'posted',
    holds:
      'Photos that a person handed over in a form or a message. They belong to that person in Slack; the bot only reads them.',
    purpose: 'To make the advertisement that was asked for.',
    clause: '1 Media Assets',
    keptFor: 'As long as that person and the workspace keep them.',
    exported: 'Not by us: they are in the person’s own Slack.',
    erased: 'By the person in Slack: an app may not delete another owner’s file.',
    expires: 'until erased',
  },
  'languages of people': {
    keepsNothing: 'The language that a person chose in Slack is held in memory for an hour at most, and never stored or logged.',
  },
  'reply addresses': {
    keepsNothing:
      'Addresses to answer a person privately are held in memory for 29 minutes at most and are never stored or logged.',
  },
  'standing of people': {
    keepsNothing: 'Whether somebody is an admin is held in memory for five minutes and is never stored or logged.',
  },
} as const satisfies PersonalData;
