import { type Logger, LogLevel } from '@slack/bolt';
import type { AdapterLog } from '../../shared/log.ts';

/** Bolt's words in the process's own log. Its debug lines hold whole requests, so they are left out. */
export function boltLogger(log: AdapterLog): Logger {
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
