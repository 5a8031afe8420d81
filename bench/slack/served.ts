import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { startProcess } from '../../src/main/process.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createLogger } from '../../src/platform/logger.ts';

/**
 * One of the two that are compared, in a process of its own: `bot <slack api> <secret> <database url>` is the whole
 * product, `bare <secret>` a Bolt app whose handler does nothing. Says where it listens, and ends with its parent.
 */
async function serve([kind, ...rest]: readonly string[]): Promise<string> {
  return kind === 'bot' ? bot(rest) : bare(rest);
}

async function bot([apiUrl = '', signingSecret = '', databaseUrl = '']: readonly string[]): Promise<string> {
  const { url } = await startProcess({
    config: {
      database: { databaseUrl, dataDir: '' },
      http: { host: '127.0.0.1', port: 0 },
      defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
      logLevel: 'error',
      slack: { botToken: 'xoxb-bench', signingSecret, apiUrl },
    },
    clock: systemClock,
    log: createLogger({ level: 'error', destination: process.stderr }),
  });
  return `${url}/slack/events`;
}

async function bare([signingSecret = '']: readonly string[]): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'UBOT' }),
  });
  app.command(/.*/, ({ ack }) => ack());
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`;
}

if (import.meta.main) {
  process.stdout.write(`listening: ${await serve(process.argv.slice(2))}\n`);
  process.once('disconnect', () => process.exit());
}
