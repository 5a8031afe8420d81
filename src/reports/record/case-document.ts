import type { App } from '../../app.ts';
import type { Case } from './case.ts';

/**
 * A case with everything on record about it, for its parties and staff: what was filed with the text that its hash was
 * computed over, who confirmed and decided, and every step. Files are named by their SHA-256, not included.
 */
export async function caseDocument(
  { database: { prisma }, clock }: Pick<App, 'database' | 'clock'>,
  { report, store, provider, storeDetails, items, evidence }: Case,
): Promise<object> {
  const where = { reportId: report.id };
  const [revisions, confirmations, decisions, comments, steps] = await Promise.all([
    prisma.revision.findMany({ where, orderBy: { number: 'asc' } }),
    prisma.confirmation.findMany({ where, orderBy: { revision: 'asc' } }),
    prisma.decision.findMany({ where, orderBy: { stateSeq: 'asc' } }),
    prisma.reportComment.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    prisma.transition.findMany({ where, orderBy: { stateSeq: 'asc' } }),
  ]);
  return {
    format: 'baobei.case.1',
    exportedAt: clock.now(),
    report,
    store: partyOf(store),
    provider: partyOf(provider),
    storeDetails,
    serviceItems: items,
    revisions,
    confirmations,
    decisions,
    comments,
    evidence,
    steps,
  };
}

const partyOf = ({ id, name, legalEntity }: Case['store']) => ({ id, name, legalEntity });
