/** One workspace of the loopback Slack: its people, channels and messages, and what the app was asked there. */
import type { Deliveries } from './deliveries.ts';
import { createEvents } from './events.ts';
import { addChannel } from './methods/conversations.ts';
import { forgetFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import { createPerson, type Person } from './person.ts';
import { type Channel, type StoredFile, type StoredMessage, type World, waitFor } from './world.ts';

export type LoopbackWorkspace = ReturnType<typeof createWorkspace>;

type Choice = { without?: readonly string[] };

export function createWorkspace(around: Surroundings, deliveries: Deliveries) {
  const { world, oauth } = around;
  const events = createEvents(around, deliveries);
  const people = new Map<string, Person>();

  function person(name: string): Person {
    const known = people.get(name);
    if (known) return known;
    const made = createPerson(name, around, deliveries, events);
    people.set(name, made);
    return made;
  }

  /** Somebody agrees on the page of an installation; `without`: optional scopes that they leave out. */
  const agree = (page: URL, by: string, choice: Choice = {}): URL => oauth.agree(page, around, { by: person(by).id, ...choice });

  return {
    world,
    team: world.team.id,
    /** A channel by its name; made with the bot in it when first named. */
    channel: (name: string, made: { withBot?: boolean; isPrivate?: boolean } = {}) =>
      [...world.channels.values()].find((channel) => channel.name === name) ?? addChannel(world, name, made),
    /** A person by name; made when first named. */
    person,
    messages: (channel: string): StoredMessage[] => (world.channels.get(channel)?.messages ?? []).filter((one) => !one.deleted),
    files: (): StoredFile[] => [...world.files.values()],
    file: (id: string): StoredFile | undefined => world.files.get(id),
    /** A file vanishes, as when its owner removes it. */
    removeFile: (id: string) => removeFile(world, id),
    calls: (method: string) => world.journal.filter((entry) => entry.method === method),
    waitFor: <Found>(find: () => Found | null | undefined | false, limits?: { withinMs?: number; what?: string }) =>
      waitFor(world, find, limits),
    /** Nothing can be said there any more. */
    archive(channel: Channel) {
      channel.isArchived = true;
      world.changed();
    },
    /** An admin lets no files of the app's size into a channel. */
    refuseFiles(channel: Channel) {
      channel.takesFiles = false;
    },
    /** Somebody removes the bot from a channel. */
    removeBot(channel: Channel) {
      channel.members.delete(world.app.user);
      world.changed();
    },
    /** Tells the app an event as it is, where its manifest and scopes let it. */
    tell: events.tell,
    agree,
    /** Somebody follows the address of an installation and agrees; resolves with the HTTP status of the page they end on. */
    install: (address: string, by: string, choice: Choice = {}): Promise<number> =>
      followInstallation(address, (page) => agree(page, by, choice)),
    /** The app's tokens are too old from now on; where they can be renewed, newer ones work. */
    expireTokens: () => world.access.expireAll(),
    /** The app's tokens stop working, as they do before Slack tells it. */
    revokeTokens: () => world.access.revokeAll(),
  };
}

function removeFile(world: World, id: string) {
  const file = world.files.get(id);
  if (file) forgetFile(world, file);
  world.changed();
}

/** What a browser does: it goes where it is sent, and keeps the cookie of the app for the way back. */
async function followInstallation(address: string, agree: (page: URL) => URL): Promise<number> {
  const begun = await fetch(address, { redirect: 'manual' });
  const page = begun.headers.get('location');
  if (page === null) return begun.status;
  const cookie = begun.headers.getSetCookie().map((one) => one.split(';')[0]);
  const back = await fetch(agree(new URL(page)), { headers: { cookie: cookie.join('; ') }, redirect: 'manual' });
  await back.body?.cancel();
  return back.status;
}
