import { type Logger, LogLevel } from '@slack/bolt';
import type { SlackLog } from '../collaborators.ts';

/** Bolt's words in the process's own log. Its debug lines hold whole requests, so they are left out. */
export function boltLogger(log: SlackLog): Logger {
  return {
    debug: () => {},
    info: (...parts) => log.debug({}, joined(parts)),
    warn: (...parts) => log.warn({}, joined(parts)),
    error: (...parts) => log.error({}, joined(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const joined = (parts: readonly unknown[]): string => `slack: ${parts.map(String).join(' ')}`;
