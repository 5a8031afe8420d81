import * as z from 'zod';

const user = z.string();
const surface = z.union([
  z.object({ channel: z.string(), ts: z.string() }),
  z.object({ viewId: z.string() }),
]);
const raw = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const element = { user, on: surface, actionId: z.string(), blockId: z.string().optional() };

/** What the page may ask for, by path under `control/`. */
export const commandRequest = z.object({ user, channel: z.string(), text: z.string() });
export const actionRequest = z.object({ ...element, value: raw.optional() });
export const suggestRequest = z.object({ ...element, query: z.string() });
export const inputRequest = z.object({ ...element, value: raw });
export const submitRequest = z.object({
  user,
  /** By block_id, then action_id. Left out: what was entered before stands. */
  values: z.record(z.string(), z.record(z.string(), raw)).default({}),
});
export const closeRequest = z.object({ user, all: z.boolean().default(false) });
export const homeRequest = z.object({ user, tab: z.enum(['home', 'messages']).default('home') });
export const messageRequest = z.object({
  user,
  channel: z.string(),
  text: z.string(),
  threadTs: z.string().optional(),
  files: z.array(z.string()).optional(),
});
export const uploadRequest = z.object({
  user,
  name: z.string(),
  contentBase64: z.base64(),
  mimetype: z.string().optional(),
  /** Shared there at once. Left out: kept for a file input of a modal. */
  channel: z.string().optional(),
  threadTs: z.string().optional(),
});
export const directRequest = z.object({ user });
export const failureRequest = z.object({
  method: z.string().default('*'),
  times: z.int().positive().default(1),
  failure: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('error'), error: z.string() }),
    z.object({ kind: z.literal('http-500') }),
    z.object({ kind: z.literal('reset') }),
    z.object({ kind: z.literal('lost-answer') }),
    z.object({ kind: z.literal('rate-limit'), retryAfterSeconds: z.int().positive() }),
  ]),
});
export const forgeRequest = z.object({
  kind: z.enum(['unsigned', 'wrongly-signed', 'stale', 'replayed']),
  user,
  text: z.string(),
});
export const socketRequest = z.object({ how: z.enum(['drop', 'refresh']).default('drop') });
export const nothing = z.object({}).optional();
export const disturbanceRequest = z.object({
  duplicate: z.boolean().optional(),
  delayMs: z.int().nonnegative().optional(),
});
