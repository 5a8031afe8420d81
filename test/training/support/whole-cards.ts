import type { Card } from '../../../src/chat/card.ts';
import type { Known, Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Audience } from '../../../src/delivery/view.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { diagnosisCard } from '../../../src/training/chat/diagnose/diagnosis-card.ts';
import { caseCard } from '../../../src/training/chat/improvement/case-card.ts';
import { planCard } from '../../../src/training/chat/plans/plan-card.ts';
import { diagnose } from '../../../src/training/diagnosis/diagnose.ts';
import { CASE_STATES } from '../../../src/training/improvement/lifecycle.ts';
import { PLAN_STATES } from '../../../src/training/plans/lifecycle.ts';
import { MODULES } from '../../../src/training/plans/modules.ts';
import type { Plan } from '../../../src/training/record/plans/plans.ts';
import { benchmark, factors, figures, input } from '../diagnosis/given.ts';
import { ADMIN, LEAD } from './stage.ts';

const translators = createTranslators();
const NOW = new Date('2026-11-04T02:00:00Z');

const reader = (locale: Locale, who: Actor): Audience => ({
  locale,
  zone: 'Asia/Shanghai',
  t: translators[locale],
  person: { ...who, displayName: 'Somebody' },
});

const PEERS = factors(50_000, 0.025, 30_000, 0.9);

/** Every line that a diagnosis can have at once. */
const WORST = diagnose(
  input(
    figures(factors(20_000, 0.01, 10_000, 0.5), {
      ...{
        disputesUpheld: 40,
        dsr: [4.1, 4.2, 4.3],
        onTime: 500,
        refundCases: 90,
        replyRate: 0.3,
        stockCoverDays: 1,
      },
    }),
    benchmark(PEERS),
    { change: { before: PEERS, now: factors(20_000, 0.01, 10_000, 0.5), peers: 0.1 }, onTimeFiled: 0.98 },
  ),
);

const diagnosis = (locale: Locale, result = WORST): Card => {
  const stored = { id: 'dgn_1', storeId: 'st_1', providerId: 'prv_1', month: '2026-10-01', currency: 'CNY' };
  const talk = reader(locale, ADMIN) as Known;
  return diagnosisCard(talk, {
    store: 'NordKind 母婴海外旗舰店',
    viewer: { as: 'PROVIDER', providerId: 'prv_1' },
    next: '2026-12-01',
    diagnosis: { ...stored, inputHash: 'x', result, at: NOW },
  });
};

const plan = (state: Plan['state'], module: Plan['module']): Plan => ({
  ...{
    id: 'tpl_1',
    providerId: 'prv_1',
    storeId: 'st_1',
    diagnosisId: 'dgn_1',
    problem: 'CVR',
    module,
    state,
  },
  ...{ stateSeq: 1, baseline: 0.018, target: 0.0215, coaching: 'COACH_AND_PEER_REVIEW', coachId: null },
  ...{ acceptedAt: NOW, reason: null, endedAt: state === 'DONE' || state === 'STOPPED' ? NOW : null },
  tasks: [1, 2, 3].map((number) => ({ number, ownerId: 'MEMBER', dueOn: NOW, doneAt: null })),
  checks: [
    { day: 30, verdict: 'UP', effect: 0.21, peers: 25 },
    { day: 60, verdict: 'NO_CLEAR_EFFECT', effect: 0.01, peers: 25 },
    { day: 90, verdict: 'NO_DATA', effect: null, peers: null },
  ],
});

const plans = (locale: Locale): readonly Card[] =>
  [ADMIN, LEAD].flatMap((who) =>
    PLAN_STATES.flatMap((state) =>
      MODULES.map((module) =>
        planCard(reader(locale, who), {
          plan: plan(state, module),
          names: {
            store: 'Aurora',
            provider: '杭州远帆',
            coach: null,
            consented: true,
            currency: 'CNY',
            owners: { MEMBER: '周明' },
          },
        }),
      ),
    ),
  );

const SIGNALS = ['at-risk', 'fraud', 'no-login', 'no-month', 'training-dropped', 'floor-D1', 'floor-D7'];

const cases = (locale: Locale): readonly Card[] =>
  [ADMIN, LEAD].flatMap((who) =>
    CASE_STATES.map((state) =>
      caseCard(reader(locale, who), {
        ...{ id: 'imp_1', providerId: 'prv_1', provider: '杭州远帆', state, stateSeq: 1, signals: SIGNALS },
        ...{ dueAt: NOW, planFrom: '2026-11-04', planDays: 90, proposedBy: 'OTHER' },
        ...{
          note: 'x'.repeat(2_000),
          goals: 'x'.repeat(2_000),
          support: 'x'.repeat(2_000),
          ground: 'x'.repeat(4_000),
        },
      }),
    ),
  );

/** Every card of training at its fullest, for everybody who may read it. */
export const wholeCards = (locale: Locale): readonly Card[] => [
  diagnosis(locale),
  diagnosis(locale, diagnose({ short: null, long: null, change: null, onTimeFiled: null })),
  ...plans(locale),
  ...cases(locale),
];
