import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { addBusinessDays } from '../../../src/reminders/calendar/arithmetic.ts';
import { CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';
import type { MovableClock } from './host.ts';
import type { Tell } from './stream-route.ts';

const HOUR_MS = 3_600_000;

const moveRequest = z.union([
  z.object({ by: z.enum(['hour', 'business-day', 'week']) }),
  z.object({ to: z.iso.datetime() }),
]);

type Move = z.output<typeof moveRequest>;

/** `POST /simulator/clock`: moves it, and tells every page. */
export function clockRoute(fastify: FastifyInstance, clock: MovableClock, tell: Tell): void {
  fastify.post('/simulator/clock', async (request, reply) => {
    const move = moveRequest.safeParse(request.body);
    if (!move.success) return reply.code(400).send({ message: z.prettifyError(move.error) });
    await clock.moveTo(target(clock.now(), move.data));
    const now = clock.now().toISOString();
    tell('clock', { now });
    return { now };
  });
}

/** A business day is the record's own: weekends, holidays and make-up days of the China calendar count. */
function target(now: Date, move: Move): Date {
  if ('to' in move) return new Date(move.to);
  if (move.by === 'business-day') return addBusinessDays(CHINA_CALENDAR, now, 1).at;
  return new Date(now.getTime() + (move.by === 'hour' ? HOUR_MS : 7 * 24 * HOUR_MS));
}
