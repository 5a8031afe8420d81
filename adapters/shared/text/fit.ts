const ELLIPSIS = '…';
// What a reader takes for one character may be many units: a family emoji, a letter with accents.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cut to `max` UTF-16 units with an ellipsis, between graphemes. Text that fits is returned as it is. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${head(text, max - ELLIPSIS.length)}${ELLIPSIS}`;
}

/** A required text may not be empty on Slack: an empty one becomes a dash. */
export function shortenFilled(text: string, max: number): string {
  return shorten(text.trim() === '' ? '–' : text, max);
}

/** Pieces of at most `max` units that make up the whole text, cut at a line or a space where there is one. */
export function pieces(text: string, max: number): readonly string[] {
  const found: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = rest.length <= max ? rest : breakable(head(rest, max));
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return found;
}

// Whether a grapheme ends here shows only in what follows it.
const LOOK_AHEAD = 32;

// The longest beginning that holds whole graphemes only. A single grapheme longer than `max` (somebody piled up
// hundreds of accents) is cut between code points, so that a surrogate pair stays whole.
function head(text: string, max: number): string {
  let end = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, max + LOOK_AHEAD))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : wholePoints(text, max);
}

function wholePoints(text: string, max: number): string {
  const cut = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function breakable(piece: string): string {
  const at = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
  return at > piece.length / 2 ? piece.slice(0, at + 1) : piece;
}
