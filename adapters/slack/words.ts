/** What the adapter says by itself: where Slack works differently from what the core expects, or the core is too late. */
import type { PersonRef } from '../../src/chat/messages.ts';

export type SlackWords = {
  /** A submission or a press was not taken; nothing was started. */
  notTaken: string;
  /** The form could not be opened in time. */
  formNotOpened: string;
  /** A button whose meaning cannot be read any more. */
  buttonTooOld: string;
  /** Label of a button. */
  makeAd: string;
  /** Answers a message with pictures, over the button that opens the form. */
  picturesFound(count: number): string;
  /** The text of a message was too long to travel with that button. */
  briefCut(left: number): string;
};

/** In the language that the person chose, or else that of their app, as far as either is known. */
export type WordsFor = (person: PersonRef) => SlackWords;
