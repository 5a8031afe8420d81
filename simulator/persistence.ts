import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Snapshot as DiscordSnapshot } from './discord/state/model.ts';
import type { Snapshot as SlackSnapshot } from './slack/state/model.ts';

/** What is kept of the stand-ins over a restart. The version guards against an older product's file. */
export interface Kept {
  readonly version: typeof VERSION;
  /** How far the demo's clock was moved from the real one. */
  readonly clockOffsetMs: number;
  readonly slack: SlackSnapshot;
  readonly discord: DiscordSnapshot;
}

const VERSION = 3;
const DELAY_MS = 500;

interface Changing {
  onChange(listener: () => void): () => void;
}

/** What remembers and changes: the stand-ins, and the clock that they and the bot follow. */
export interface Remembering {
  readonly slack: { readonly workspace: Changing; snapshot(): SlackSnapshot };
  readonly discord: { readonly servers: Changing; snapshot(): DiscordSnapshot };
  readonly clock: { readonly offsetMs: number };
}

export const simulatorFile = (dataDir: string) => join(dataDir, 'simulator.json');

/** The demo as it was left, or nothing on the first start and when the file is of another version. */
export async function loadKept(file: string): Promise<Kept | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const kept: Kept = JSON.parse(text);
    return kept.version === VERSION ? kept : undefined;
  } catch (error) {
    throw new Error(`${file} is not what the simulator wrote; delete it to start afresh.`, { cause: error });
  }
}

export interface Keeping extends AsyncDisposable {
  /** Writes now. Resolves when the file stands. */
  save(): Promise<void>;
}

/**
 * Writes both stand-ins to `file` half a second after a change and when disposed. The file is replaced as a whole, so a
 * crash leaves either the old or the new one.
 */
export function keepState(file: string, { slack, discord, clock }: Remembering): Keeping {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const kept = (): Kept => ({
    version: VERSION,
    clockOffsetMs: clock.offsetMs,
    slack: slack.snapshot(),
    discord: discord.snapshot(),
  });
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.catch(() => undefined).then(() => replace(file, kept()));
    return writing;
  };
  const soon = () => {
    // A write that fails now is made good by the next one; the last, when disposed, says what is wrong.
    timer ??= setTimeout(() => void save().catch(() => undefined), DELAY_MS);
  };
  const stops = [slack.workspace.onChange(soon), discord.servers.onChange(soon)];
  return {
    save,
    async [Symbol.asyncDispose]() {
      for (const stop of stops) stop();
      await save();
    },
  };
}

async function replace(file: string, kept: Kept): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(partial, JSON.stringify(kept));
  await rename(partial, file);
}
