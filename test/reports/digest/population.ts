import type { Database } from '../../../src/platform/database/database.ts';
import type { TransitionId } from '../../../src/reports/lifecycle/table/ids.ts';
import type { ReportState } from '../../../src/reports/report.ts';

/** One change of a case: when, which, from where to where, and the business minutes that it ended. */
export type Step = readonly [
  at: string,
  rule: TransitionId,
  from: ReportState,
  to: ReportState,
  ownMinutes?: number,
];

export interface Life {
  readonly steps?: readonly Step[];
  readonly state?: ReportState;
  readonly stateSince?: string;
  readonly deadlineAt?: string;
  /** Fields commented on by the change at this place of the steps. */
  readonly returned?: readonly { readonly step: number; readonly fields: readonly (string | null)[] }[];
}

let cases = 0;

/** A case with this history; everything that the digest does not look at is the same in all of them. */
export async function lived({ prisma }: Database, life: Life): Promise<void> {
  cases += 1;
  const id = `CR-2026-${String(cases).padStart(6, '0')}`;
  const {
    steps = [],
    state = 'ACTIVE',
    stateSince = '2026-06-01T02:00:00Z',
    deadlineAt,
    returned = [],
  } = life;
  await prisma.report.create({
    data: {
      ...ANY_REPORT,
      id,
      state,
      stateSeq: steps.length,
      stateSince: new Date(stateSince),
      deadlineAt: deadlineAt === undefined ? null : new Date(deadlineAt),
    },
  });
  await prisma.transition.createMany({
    data: steps.map(([at, rule, fromState, toState, ownMinutes = null], stateSeq) => {
      return {
        reportId: id,
        stateSeq,
        rule,
        fromState,
        toState,
        actor: 'prn_x',
        at: new Date(at),
        ownMinutes,
      };
    }),
  });
  await prisma.reportComment.createMany({
    data: returned.flatMap(({ step, fields }) =>
      fields.map((field, index) => ({
        id: `cmt_${id}_${step}_${index}`,
        reportId: id,
        stateSeq: step,
        field,
        ...ANY_COMMENT,
        at: new Date(steps[step]?.[0] ?? ''),
      })),
    ),
  });
}

/** No case has ever been. */
export async function forget({ prisma }: Database): Promise<void> {
  await prisma.reportComment.deleteMany();
  await prisma.transition.deleteMany();
  await prisma.report.deleteMany();
}

const ANY_REPORT = {
  storeId: 'st_x',
  providerId: 'prv_x',
  entryChannel: 'REPORT',
  primaryOperator: false,
  purchaseStart: new Date('2026-07-01'),
  purchaseMonths: 12,
  reportingStart: new Date('2026-07-01'),
  reportingMonths: 12,
  reportingEnd: new Date('2027-06-30'),
  rules: {},
  createdAt: new Date('2026-06-01T00:00:00Z'),
};

const ANY_COMMENT = { revision: 1, kind: 'RETURN', text: 'Please look again.', author: 'prn_x' };
