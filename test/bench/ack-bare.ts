/** The floor of the acknowledgement: a Bolt app behind HTTP that only acknowledges. Says its port once it listens. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { answerQuestions } from './helper-process.ts';

let server: Server | null = null;

answerQuestions(async (signingSecret) => {
  const receiver = new HTTPReceiver({ signingSecret: String(signingSecret), logLevel: LogLevel.ERROR });
  const authorization = { botToken: 'xoxb-bare', botId: 'B1', botUserId: 'U1' };
  const app = new App({ receiver, authorize: async () => authorization, logLevel: LogLevel.ERROR });
  app.command('/ad', async ({ ack }) => ack());
  server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  return (server.address() as AddressInfo).port;
});
