import type { Command } from '../../../chat/conversation.ts';
import { PLATFORM_CALENDAR } from '../../record/case.ts';
import { digestOf } from '../digest.ts';
import { weekBefore, weekOf } from '../week.ts';
import { drawDigest } from './digest-card.ts';

const WEEKS = ['this', 'last'] as const;

/** `/staff digest [week]`: the running week so far, or the one before. */
export const staffDigest: Command = {
  area: 'staff',
  verb: 'digest',
  options: [{ name: 'week', kind: 'choice', required: false, choices: WEEKS }],
  who: 'staff.digest',
  effect: 'read',
  run: async (talk, { week }) => {
    const now = talk.app.clock.now();
    const running = weekOf(now, PLATFORM_CALENDAR.zone);
    const asked = week === 'last' ? weekBefore(running, PLATFORM_CALENDAR.zone) : running;
    return { kind: 'card', card: await drawDigest(talk, await digestOf(talk.app, asked), now) };
  },
};
