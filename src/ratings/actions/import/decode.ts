/** The text of a file of figures, whatever program saved it: UTF-8 with or without a mark, UTF-16, or GBK. */
import { TextDecoder } from 'node:util';
import { type Refusal, refuse } from '../../../result.ts';

/** The file cannot be read as text; carries what is told instead of a stack. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** So much of the beginning decides the encoding. */
const SNIFFED_BYTES = 1024 * 1024;

/** @throws UnreadableFile for a spreadsheet, and where bytes are no letters of the encoding that the file began with */
export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let beginning: Uint8Array = new Uint8Array();
  for await (const chunk of source) {
    if (decoder) {
      yield decode(decoder, chunk, true);
      continue;
    }
    beginning = Buffer.concat([beginning, chunk]);
    if (beginning.length < SNIFFED_BYTES) continue;
    decoder = new TextDecoder(encodingOf(beginning), { fatal: true });
    yield decode(decoder, beginning, true);
  }
  if (decoder) yield decode(decoder, new Uint8Array(), false);
  else yield decode(new TextDecoder(encodingOf(beginning), { fatal: true }), beginning, false);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw new UnreadableFile(
      refuse('ratings.import-encoding', { encoding: decoder.encoding.toUpperCase() }, 'file'),
    );
  }
}

function encodingOf(beginning: Uint8Array): string {
  const [one, two] = beginning;
  if (one === 0x50 && two === 0x4b)
    throw new UnreadableFile(refuse('ratings.import-spreadsheet', {}, 'file'));
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  try {
    // What is cut in the middle of a letter at the end is no mistake.
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}
