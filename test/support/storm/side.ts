/** One view of the two loopback platforms for the storm: what people do there, what they see, and what goes wrong. */
import type { Locale } from '../../../src/chat/locale.ts';

/** `files`: names of what hangs under the message. */
export type Shown = { id: string; words: string; buttons: string[]; files: string[] };
export type Asked = { who: string; room: string; brief: string; privately: boolean; twice: boolean };

export type Side = {
  name: 'Slack' | 'Discord';
  /** People speak a language from the beginning. */
  meet(who: string, locale: Locale): void;
  /** A room whose name begins with `Small` takes no files of the size that an ad is made of. */
  open(room: string): void;
  /** Types the command, fills in the form and sends it; false where the person is left with "try again". */
  ask(asked: Asked): Promise<boolean>;
  /** False where the person sees that it did not work. */
  press(who: string, where: Where, message: string, label: string): Promise<boolean>;
  shown(where: Where): Shown[];
  /** Everything that only this person saw, where they were. */
  heard(who: string): string[];
  /** Buttons of what only this person saw: the message, and the label. */
  pressHeard(who: string, label: string): Promise<boolean>;
  somebodyRemoves(room: string, message: string): void;
  /** The room is archived, or gone. */
  shut(room: string): void;
  banish(room: string): void;
  closeDirect(who: string): void;
  hangUpload(): void;
  /** Names of routes, for faults that strike each of them once. */
  routes: readonly string[];
  limit(route: string): void;
  fail(route: string): void;
  /** What else can happen at any moment, by name. */
  weather: Readonly<Record<string, () => void>>;
  /** What lasts is over; what strikes the next requests still may. */
  still(): void;
  /** Nothing that was planned happens any more. */
  calm(): void;
  /** Answers that the program got and that no fault explains. */
  refusals(): string[];
  close(): Promise<void>;
};

export type Where = { room: string } | { direct: string };
