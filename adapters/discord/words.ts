/** What the adapter says by itself: where Discord works differently from what the core expects, or the core is too late. */
import type { PersonRef } from '../../src/chat/messages.ts';

export type DiscordWords = {
  /** A submission or a press was not taken; nothing was started. */
  notTaken: string;
  /** The form could not be opened in time. */
  formNotOpened: string;
  /** Said in places where the bot cannot deliver anything. */
  notHere: string;
  /** A button whose meaning was kept in memory only, and is gone. */
  buttonTooOld: string;
  /** The form was forgotten while it was open; nothing was started. The person's text follows. */
  formLost: string;
  /** Labels of buttons. */
  openForm: string;
  backToForm: string;
  makeAd: string;
  /** Answers a message with pictures, over the button that opens the form. */
  picturesFound(count: number): string;
  /** Asked before a deed whose own question is not known any more. */
  confirm: { text: string; yes: string; no: string };
};

/** In the language that the person chose, or else that of their app, as far as either is known. */
export type WordsFor = (person: PersonRef) => DiscordWords;
