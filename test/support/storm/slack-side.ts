/** The storm's view of the loopback Slack. */
import { createLoopbackSlack, type LoopbackSlack } from '../../../adapters/playground/slack/create-loopback-slack.ts';
import { methods } from '../../../adapters/playground/slack/web-api.ts';
import type { LoopbackWorkspace } from '../../../adapters/playground/slack/workspace.ts';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { bottle, buttonsOf, wordsOf } from '../workplace.ts';
import type { Shown, Side, Where } from './side.ts';

const tags = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ja: 'ja-JP', zh: 'zh-CN' } as const;
/** What is done once and cannot be told apart from not done when its answer is lost: [design, section 4] it may be doubled. */
const notTwice = ['chat.postMessage', 'chat.postEphemeral', 'oauth.v2.access', 'auth.test', 'apps.connections.open'];

const small = 'Small';

export type SlackSide = Side & { slack: LoopbackSlack; home: LoopbackWorkspace };

/** `publicUrl`: any workspace may install the app, which is told by signed HTTP; null: one workspace over a socket. */
export async function slackSide(publicUrl: string | null): Promise<SlackSide> {
  const manifest =
    publicUrl === null ? slackManifest({ mode: 'socket' }) : slackManifest({ mode: 'http', publicUrl, isShared: true });
  const slack = await createLoopbackSlack({ manifest, granted: ['users:read'] });
  slack.faults.rateLimits = false;
  const { faults } = slack;
  const channelOf = (where: Where) => ('room' in where ? slack.channel(where.room) : slack.person(where.direct).direct());
  const find = (where: Where, id: string) => slack.messages(channelOf(where).id).find((message) => message.ts === id);
  const took = (reply: { kind: string }) => reply.kind === 'acknowledged';

  return {
    name: 'Slack',
    slack,
    home: slack,
    meet: (who, locale) => slack.person(who).speaks(tags[locale]),
    open(room) {
      const channel = slack.channel(room);
      if (room.startsWith(small)) slack.refuseFiles(channel);
    },
    async ask({ who, room, brief, privately, twice }) {
      const person = slack.person(who);
      const before = person.openView();
      if (before) person.closeView(before);
      if (!took(await person.command('/ad', brief, { channel: slack.channel(room) }))) return false;
      const form = await person.waitForView((view) => JSON.stringify(view.view).includes('"photos"')).catch(() => null);
      if (!form) return false;
      // Asked of everybody once.
      const asked = JSON.stringify(form.view).includes('"block_id":"keep"') ? { keep: 'keep' } : {};
      const entered = { photos: [bottle()], ...asked, places: ['snapchat'], audience: privately ? 'me' : 'here', brief };
      const sent: { closed: boolean }[] = await Promise.all(
        Array.from({ length: twice ? 2 : 1 }, () => person.submit(form, entered)),
      );
      // Who is left with the form sends it again: the same form is the same request.
      for (let tries = 0; tries < 5 && sent.every((one) => !one.closed); tries += 1)
        sent.push(await person.submit(form, entered));
      return sent.some((one) => one.closed);
    },
    async press(who, where, id, label) {
      const message = find(where, id);
      if (!message || !buttonsOf(message).includes(label)) return false;
      return took(await slack.person(who).press(message, label));
    },
    shown: (where) => shownIn(slack, channelOf(where).id),
    heard: (who) => slack.person(who).ephemerals().map(wordsOf),
    async pressHeard(who, label) {
      const offer = slack
        .person(who)
        .ephemerals()
        .findLast((one) => buttonsOf(one).includes(label));
      return offer ? took(await slack.person(who).press(offer, label)) : false;
    },
    somebodyRemoves(room, id) {
      const message = find({ room }, id);
      if (message) slack.person('moderator').removeMessage(message);
    },
    shut: (room) => slack.archive(slack.channel(room)),
    banish: (room) => slack.removeBot(slack.channel(room)),
    closeDirect: (who) => slack.person(who).closeDms(),
    hangUpload: () => faults.hang('upload'),
    routes: [...Object.keys(methods).filter((name) => name !== 'auth.test'), 'upload', 'download'],
    limit: (route) => faults.limit(route, 1),
    fail: (route) => faults.status(route, 500),
    weather: {
      'answers are lost': () => {
        for (const method of Object.keys(methods)) if (!notTwice.includes(method)) faults.loseAnswer(method);
      },
      'everything arrives twice': () => {
        faults.duplicates = 3;
      },
      'everything arrives late': () => {
        faults.lateByMs = 1_200;
      },
      'triggers are too old': () => {
        faults.staleTriggers = true;
      },
      'the line drops': () => (publicUrl === null ? slack.dropSockets() : faults.limit('chat.update', 1)),
      'the line is moved': () => (publicUrl === null ? slack.refreshSockets() : undefined),
      'tokens expire': () => slack.expireTokens(),
    },
    still: () => void Object.assign(faults, { duplicates: 0, lateByMs: 0, staleTriggers: false }),
    calm: () => faults.clear(),
    refusals: () => [],
    close: slack.close,
  };
}

function shownIn(slack: LoopbackSlack, channel: string): Shown[] {
  const all = slack.messages(channel).filter((message) => message.fromBot);
  const filesUnder = (ts: string) =>
    all.filter((one) => one.thread === ts).flatMap((one) => one.files.flatMap((id) => slack.file(id)?.name ?? []));
  return all
    .filter((message) => message.files.length === 0)
    .map((message) => ({ id: message.ts, words: wordsOf(message), buttons: buttonsOf(message), files: filesUnder(message.ts) }));
}
