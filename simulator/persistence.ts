import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Snapshot } from './slack/state/model.ts';

/** What is kept of the stand-ins over a restart. The version guards against an older product's file. */
export interface Kept {
  readonly version: typeof VERSION;
  /** How far the demo's clock was moved from the real one. */
  readonly clockOffsetMs: number;
  readonly slack: Snapshot;
}

const VERSION = 2;
const DELAY_MS = 500;

/** What remembers and changes: the Slack stand-in, and the clock that both it and the bot follow. */
export interface Remembering {
  readonly simulator: {
    readonly workspace: { onChange(listener: () => void): () => void };
    snapshot(): Snapshot;
  };
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
 * Writes the workspace to `file` half a second after a change and when disposed. The file is replaced as a whole, so a
 * crash leaves either the old or the new one.
 */
export function keepState(file: string, { simulator, clock }: Remembering): Keeping {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .catch(() => undefined)
      .then(() =>
        replace(file, { version: VERSION, clockOffsetMs: clock.offsetMs, slack: simulator.snapshot() }),
      );
    return writing;
  };
  const stop = simulator.workspace.onChange(() => {
    // A write that fails now is made good by the next one; the last, when disposed, says what is wrong.
    timer ??= setTimeout(() => void save().catch(() => undefined), DELAY_MS);
  });
  return {
    save,
    async [Symbol.asyncDispose]() {
      stop();
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
