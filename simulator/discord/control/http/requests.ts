import * as z from 'zod';

const user = z.string();
const channel = z.string();
const raw = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const composed = z.object({
  area: z.string(),
  verb: z.string().optional(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** What the page may ask for, by path under `control/`. */
export const commandRequest = z.object({ user, channel, command: z.union([z.string(), composed]) });
export const actionRequest = z.object({
  user,
  channel,
  message: z.string(),
  customId: z.string(),
  /** For menus. */
  value: raw.optional(),
});
export const inputRequest = z.object({ user, customId: z.string(), value: raw });
export const submitRequest = z.object({
  user,
  /** By custom_id. Left out: what was entered before stands. */
  values: z.record(z.string(), raw).default({}),
});
export const closeRequest = z.object({ user });
export const messageRequest = z.object({
  user,
  channel,
  text: z.string(),
  files: z.array(z.string()).optional(),
  replyTo: z.string().optional(),
});
export const uploadRequest = z.object({
  user,
  name: z.string(),
  contentBase64: z.base64(),
  contentType: z.string().optional(),
  /** Sent there at once. Left out: kept for a form, an option or a message. */
  channel: channel.optional(),
});
export const directRequest = z.object({ user });
export const failureRequest = z.object({
  route: z.string().default('*'),
  times: z.int().positive().default(1),
  failure: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('error'), status: z.int(), code: z.int() }),
    z.object({ kind: z.literal('http-500') }),
    z.object({ kind: z.literal('reset') }),
    z.object({ kind: z.literal('lost-answer') }),
    z.object({
      kind: z.literal('rate-limit'),
      retryAfterSeconds: z.number().positive(),
      global: z.boolean().default(false),
    }),
  ]),
});
export const gatewayRequest = z.object({
  how: z.enum(['drop', 'reconnect', 'invalidate', 'invalidate-resumable', 'deafen']).default('drop'),
});
export const circumstanceRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block-direct'), user, blocks: z.boolean().default(true) }),
  z.object({ kind: z.literal('delete-channel'), channel }),
  z.object({ kind: z.literal('delete-message'), channel, message: z.string() }),
  z.object({ kind: z.literal('leave'), guild: z.string(), user }),
  z.object({ kind: z.literal('join'), guild: z.string(), user }),
]);
export const nothing = z.object({}).optional();
export const disturbanceRequest = z.object({
  duplicate: z.boolean().optional(),
  delayMs: z.int().nonnegative().optional(),
});
