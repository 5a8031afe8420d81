import { expect } from 'vitest';
import { verify } from '../../src/audit/verify/verify.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** Every case has ended, nothing was done twice, nothing is owed, and the audit trail holds. */
export async function expectWhole(database: Database, cases: number): Promise<void> {
  const { prisma } = database;
  const reports = await prisma.report.findMany({
    include: { transitions: { orderBy: { stateSeq: 'asc' } } },
  });
  const ended = reports.filter(({ state }) => state === 'TERMINATED');
  expect(ended).toHaveLength(cases);
  for (const { transitions, stateSeq } of reports) {
    expect(transitions.map((step) => step.stateSeq)).toEqual(
      Array.from({ length: stateSeq }, (_, seq) => seq),
    );
  }
  expect(await prisma.delivery.findMany({ where: { sentAt: null } })).toEqual([]);
  expect((await verify(database)).finding).toBeNull();
  expect(await prisma.incoming.count({ where: { doneAt: null } })).toBe(0);
}
