import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { answerCommands } from './commands.ts';
import { answerForms } from './forms.ts';

export interface SlackBotOptions {
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
}

export interface SlackBot extends AsyncDisposable {
  readonly eventsUrl: string;
}

/** A small bot that does nothing useful, but shows every kind of card and form. */
export async function startSlackBot({ apiUrl, botToken, signingSecret }: SlackBotOptions): Promise<SlackBot> {
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
  });
  answerCommands(app);
  answerForms(app);
  const server = await receiver.start(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await receiver.stop();
    },
  };
}
