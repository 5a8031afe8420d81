import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Answers JSON lines with JSON lines, one for one, by the same rules as the bot. An invalid line is answered with what is
 * wrong and where, and the others still are. Returns the exit status: 0, 1 if any line was invalid, 2 for an unknown kind.
 */
export async function runRules(args: readonly string[], { stdin, stdout, stderr }: Streams): Promise<number> {
  const [name = '', ...rest] = args;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind || rest.length > 0) {
    stderr.write(`Say which rule: npm run -s rules -- ${Object.keys(KINDS).join(' | ')}\n`);
    return 2;
  }
  const counted = { invalid: 0 };
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  await pipeline(lines, (source) => answered(kind, source, counted), stdout, { end: false });
  return counted.invalid > 0 ? 1 : 0;
}

async function* answered(kind: Kind, lines: AsyncIterable<string>, counted: { invalid: number }) {
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const answer = answerTo(kind, line);
    if ('error' in answer) counted.invalid += 1;
    yield `${JSON.stringify(answer)}\n`;
  }
}

function answerTo(kind: Kind, line: string): object {
  try {
    return kind.answer(JSON.parse(line.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return { error: 'not a line of JSON', path: '' };
    if (error instanceof z.ZodError) return firstIssue(error);
    throw error;
  }
}

/** The path as one would write it: `surveys.0.1.mean`. */
function firstIssue({ issues }: z.ZodError): object {
  const [issue] = issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String).join('.');
  return { error: issue?.message ?? 'invalid', path };
}
