/** What Discord holds of people through us, and how it goes away. */
import type { PersonalData } from '../../src/privacy/personal-data.ts';

export const discordPersonalData = {
  messages: {
    class: 'posted',
    holds:
      'The messages that the bot posted in channels, threads and direct messages: what an ad says and the id of the person who asked for it.',
    purpose: 'To answer people where they asked.',
    clause: '1 Media Assets',
    keptFor: 'As long as the server keeps its messages, or until they are deleted.',
    exported: 'Named by channel and time; the words themselves are in the export of the ad.',
    erased: 'Each message is deleted by its id.',
    expires: 'until erased',
  },
  files: {
    class: 'posted',
    holds: 'The pictures and videos that the bot posted, with their descriptions.',
    purpose: 'To hand over finished advertisements.',
    clause: '1 Media Assets',
    keptFor: 'As long as the server keeps its messages, or until they are deleted.',
    exported: 'Named by message id; the files themselves are in the export of the ad.',
    erased: 'Each is deleted with the message that carries it; their signed addresses stop working within a day.',
    expires: 'until erased',
  },
  'photos people uploaded': {
    class: 'posted',
    holds:
      'Photos that a person handed over with a command, in a form or in a message. They belong to that person in Discord; the bot only reads them.',
    purpose: 'To make the advertisement that was asked for.',
    clause: '1 Media Assets',
    keptFor:
      'Those of commands and forms as long as Discord keeps them for the app; those of messages as long as the person does.',
    exported: 'Not by us: they are in the person’s own Discord.',
    erased: 'By the person in Discord: an app may not delete another author’s file.',
    expires: 'until erased',
  },
  'open forms': {
    keepsNothing:
      'What a person typed into a form that needs another look is held in memory for 30 minutes at most and is never stored or logged.',
  },
  'long buttons': {
    keepsNothing:
      'What a private button is about is held in memory for a day at most where it is too long for the button: ids of a request and its files.',
  },
  'standing of people': {
    keepsNothing:
      'Whether somebody is a member, an admin, and which roles they have is held in memory for five minutes and is never stored or logged.',
  },
  'reply addresses': {
    keepsNothing: 'Tokens to answer a person privately are held in memory for 14 minutes at most and are never stored or logged.',
  },
} as const satisfies PersonalData;
