import { lifecycle, OVER, providerDays, staffDays } from '../lifecycle/lifecycle.ts';

const KEYS_STAND = ['SANDBOX', 'LIVE', 'REVIEW_DUE'] as const;

/** A provider's own system that asks for the API (domain-rules §9). */
export const APPLICATION = lifecycle(
  {
    SUBMITTED: staffDays(2),
    SECURITY_REVIEW: staffDays(5),
    RETURNED: providerDays(10),
    /** Staff are awaited once the provider asks for live access. */
    SANDBOX: { waitsOn: 'staff', slaMinutes: null },
    LIVE: OVER,
    /** Its keys work on while it is reviewed. */
    REVIEW_DUE: staffDays(5),
    REFUSED: OVER,
    WITHDRAWN: OVER,
    REVOKED: OVER,
  },
  [
    { event: 'apply', from: [], to: 'SUBMITTED', by: 'service.request', tell: ['queue'] },
    {
      event: 'take',
      from: ['SUBMITTED'],
      to: 'SECURITY_REVIEW',
      by: 'service.handle',
      tell: ['provider'],
    },
    {
      event: 'approve',
      from: ['SECURITY_REVIEW'],
      to: 'SANDBOX',
      by: 'service.handle',
      tell: ['provider'],
    },
    /** Of two; the second makes it an approval. */
    { event: 'first-approval', from: ['SECURITY_REVIEW'], to: 'same', by: 'service.handle', tell: ['queue'] },
    { event: 'go-live', from: ['SANDBOX'], to: 'LIVE', by: 'service.handle', tell: ['provider'] },
    { event: 'not-yet', from: ['SANDBOX'], to: 'same', by: 'service.handle', tell: ['provider'] },
    { event: 'renew', from: ['REVIEW_DUE'], to: 'LIVE', by: 'service.handle', tell: ['provider'] },
    {
      event: 'return',
      from: ['SUBMITTED', 'SECURITY_REVIEW'],
      to: 'RETURNED',
      by: 'service.handle',
      tell: ['provider'],
    },
    { event: 'refuse', from: ['SECURITY_REVIEW'], to: 'REFUSED', by: 'service.handle', tell: ['provider'] },
    { event: 'claim', from: ['SECURITY_REVIEW', 'REVIEW_DUE'], to: 'same', by: 'service.handle', tell: [] },
    { event: 'revoke', from: KEYS_STAND, to: 'REVOKED', by: 'service.revoke', tell: ['provider'] },
    { event: 'resubmit', from: ['RETURNED'], to: 'SUBMITTED', by: 'service.request', tell: ['queue'] },
    { event: 'ask-live', from: ['SANDBOX'], to: 'same', by: 'service.request', tell: ['queue'] },
    {
      event: 'withdraw',
      from: ['SUBMITTED', 'SECURITY_REVIEW', 'RETURNED'],
      to: 'WITHDRAWN',
      by: 'service.respond',
      tell: ['assignee'],
    },
    { event: 'retire', from: KEYS_STAND, to: 'REVOKED', by: 'service.respond', tell: ['assignee'] },
    { event: 'fall-due', from: ['LIVE'], to: 'REVIEW_DUE', by: 'clock', tell: ['provider', 'queue'] },
    { event: 'reduce', from: ['LIVE', 'REVIEW_DUE'], to: 'same', by: 'clock', tell: ['provider'] },
    /** The level gives none of what it had. */
    { event: 'level-lost', from: ['LIVE', 'REVIEW_DUE'], to: 'REVOKED', by: 'clock', tell: ['provider'] },
    {
      event: 'relationship-ended',
      from: KEYS_STAND,
      to: 'REVOKED',
      by: 'clock',
      tell: ['provider', 'queue'],
    },
  ],
);

/** A live system is looked at again after so long. */
export const REVIEW_AFTER_MONTHS = 12;
/** Its provider is reminded so many days before. */
export const REVIEW_REMINDER_DAYS = 30;
/** How long staff have once live access is asked for: as for the security review. */
export const LIVE_REVIEW_MINUTES = 5 * 540;
