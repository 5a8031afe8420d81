import { lifecycle, OVER, providerDays, staffDays } from '../lifecycle/lifecycle.ts';

/** A question about opening a store (domain-rules §9). The level decides how soon the answer is due. */
export const CONSULTATION = lifecycle(
  {
    OPEN: staffDays(2),
    /** Without a word from the provider an answer has answered, and the clock closes it. */
    ANSWERED: providerDays(5),
    REOPENED: staffDays(2),
    CLOSED: OVER,
  },
  [
    { event: 'ask', from: [], to: 'OPEN', by: 'service.request', tell: ['queue'] },
    { event: 'answer', from: ['OPEN', 'REOPENED'], to: 'ANSWERED', by: 'service.handle', tell: ['provider'] },
    { event: 'claim', from: ['OPEN', 'REOPENED'], to: 'same', by: 'service.handle', tell: [] },
    {
      event: 'out-of-scope',
      from: ['OPEN', 'REOPENED'],
      to: 'CLOSED',
      by: 'service.handle',
      tell: ['provider'],
    },
    {
      event: 'close',
      from: ['OPEN', 'REOPENED', 'ANSWERED'],
      to: 'CLOSED',
      by: 'service.respond',
      tell: ['assignee'],
    },
    { event: 'reopen', from: ['ANSWERED'], to: 'REOPENED', by: 'service.respond', tell: ['queue'] },
    { event: 'lapse', from: ['ANSWERED'], to: 'CLOSED', by: 'clock', tell: ['provider'] },
  ],
);
