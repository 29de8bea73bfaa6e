/** The kinds of lines a message is made of. */
import type { Line } from '../messages.ts';

export const plain = (text: string): Line => ({ spans: [text] });
export const fine = (text: string): Line => ({ spans: [text], fine: true });
export const copyable = (text: string): Line => ({ spans: [text], copyable: true });
export const bold = (text: string): Line => ({ spans: [{ bold: text }] });
export const linked = (link: string, words: string): Line => ({ spans: [{ link, words }] });
