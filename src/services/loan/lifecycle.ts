import { lifecycle, OVER, staffDays } from '../lifecycle/lifecycle.ts';

const WITH_PROVIDER = { waitsOn: 'provider', slaMinutes: null } as const;

/** A request that is checked and handed over to a lender; no credit is decided here (domain-rules §9). */
export const LOAN = lifecycle(
  {
    DRAFT: WITH_PROVIDER,
    /** Only for as long as the pre-check takes. */
    SUBMITTED: OVER,
    PRECHECK_FAIL: WITH_PROVIDER,
    PRECHECK_OK: staffDays(2),
    /** Staff ask the lender. */
    REFERRED: staffDays(10),
    OUTCOME_RECORDED: OVER,
    WITHDRAWN: OVER,
  },
  [
    { event: 'draft', from: [], to: 'DRAFT', by: 'service.request', tell: [] },
    { event: 'submit', from: ['DRAFT'], to: 'SUBMITTED', by: 'service.request', tell: [] },
    { event: 'recheck', from: ['PRECHECK_FAIL'], to: 'SUBMITTED', by: 'service.request', tell: [] },
    { event: 'edit', from: ['DRAFT'], to: 'same', by: 'service.request', tell: [] },
    { event: 'pass', from: ['SUBMITTED'], to: 'PRECHECK_OK', by: 'clock', tell: ['provider', 'queue'] },
    { event: 'fail', from: ['SUBMITTED'], to: 'PRECHECK_FAIL', by: 'clock', tell: ['provider'] },
    { event: 'refer', from: ['PRECHECK_OK'], to: 'REFERRED', by: 'service.handle', tell: ['provider'] },
    {
      event: 'outcome',
      from: ['REFERRED'],
      to: 'OUTCOME_RECORDED',
      by: 'service.handle',
      tell: ['provider'],
    },
    { event: 'claim', from: ['PRECHECK_OK', 'REFERRED'], to: 'same', by: 'service.handle', tell: [] },
    {
      event: 'withdraw',
      from: ['DRAFT', 'PRECHECK_FAIL', 'PRECHECK_OK'],
      to: 'WITHDRAWN',
      by: 'service.respond',
      tell: ['assignee'],
    },
  ],
);
