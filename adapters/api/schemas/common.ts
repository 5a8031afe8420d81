import { z } from 'zod';
import { STATUSES } from '../problems/status.ts';

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('Stable; what a program should look at'),
    instance: z.string().describe('Names this request when you ask the platform about it'),
    next: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

const PROBLEM = {
  description: 'What is wrong, in the language of Accept-Language (en, zh)',
  content: { 'application/problem+json': { schema: problem } },
};

/** What any request may be answered with instead. */
export const PROBLEMS = Object.fromEntries(STATUSES.map((status) => [status, PROBLEM]));

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe('Ask again with `cursor` set to it; null: this was the last page'),
  });

/** Of every write; what it must look like is checked where the write is claimed. */
export const IDEMPOTENCY = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe(
      'Needed: one value for one intention, such as a UUID. Sent again with it, a request gets the same answer',
    ),
});

export const id = z.string().min(1).max(100);
export const instant = z.iso.datetime();
export const day = z.iso.date();
