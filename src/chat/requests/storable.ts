import type { Incoming } from '../incoming.ts';

/**
 * The request without what PostgreSQL cannot hold in any text: U+0000 and lone halves of a surrogate pair. One such
 * character in one field would otherwise lose the whole request. https://www.postgresql.org/docs/current/datatype-json.html
 */
export const storable = (incoming: Incoming): Incoming =>
  JSON.parse(JSON.stringify(incoming), (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
  );
