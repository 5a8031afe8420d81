/** A message cut at its placeholders: text, name, text, name, ... */
const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/;

export interface Piece {
  readonly literal?: string;
  readonly placeholder?: string;
}

/**
 * What was typed by people is put between the pieces and never read again, so that no value can forge a placeholder.
 */
export function pieces(template: string): readonly Piece[] {
  return template
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? { literal: part } : { placeholder: part }))
    .filter((piece) => piece.literal !== '');
}

/** Names in order of appearance, each once. */
export function placeholders(template: string): readonly string[] {
  return [...new Set(pieces(template).flatMap(({ placeholder }) => placeholder ?? []))];
}
