import { get } from 'node-emoji';

/** Shortcodes as Unicode; a name that is no emoji stays as typed, and so do the colons of a time of day. */
export function withEmoji(text: string): string {
  return text.replaceAll(
    /:([a-z0-9_+'-]*[a-z+_][a-z0-9_+'-]*):(?::skin-tone-\d:)?/g,
    (all, name: string) => get(name) ?? all,
  );
}

export const emojiNamed = (name: string): string => get(name) ?? `:${name}:`;
