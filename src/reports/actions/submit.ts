import type { App } from '../../app.ts';
import { isRefused, ok, type Result } from '../../result.ts';
import { assembleRevision } from '../fields/assemble-revision.ts';
import type { RevisionFields } from '../fields/revision-fields.ts';
import { decide } from '../lifecycle/decide.ts';
import type { Case } from '../record/case.ts';
import type { Report } from '../report.ts';
import { canonicalJson, revisionDocument, revisionHash } from '../revision.ts';
import { type Applied, type ApplyInput, applyPrepared, type Prepared } from './apply.ts';
import { draftValues, fieldFacts } from './filled.ts';

type Needs = Parameters<typeof applyPrepared>[0] & Pick<App, 'clock'>;

/**
 * Freezes the provider's draft as the next revision and hands it to the store (T5). Refuses every blank and every wrong
 * value at once, each beside its input; the draft stays.
 */
export function submit(app: Needs, input: ApplyInput): Promise<Result<Applied>> {
  const by = input.actor === 'clock' ? 'clock' : input.actor.principalId;
  return applyPrepared(app, input, (parties) => prepared(parties, by, app.clock.now()));
}

function prepared(parties: Case, by: string, now: Date): Result<Prepared> {
  const assembled = assembleRevision(draftValues(parties), fieldFacts(parties, by, now));
  if (isRefused(assembled)) return assembled;
  const fields = assembled.ok;
  const document = revisionDocument(headOf(parties), fields);
  return ok({
    event: 'submit',
    decideBy: (report, context) =>
      decide(report, { type: 'submit', revisionHash: revisionHash(document) }, context),
    report: withDraft(parties, fields),
    filled: { fields, blanks: [] },
    frozen: { fields, canonical: canonicalJson(document) },
  });
}

/** Whoever typed into the draft edited the revision, and what it asks an exception for is asked on the case. */
function withDraft({ report, draft, provider }: Case, { exceptions }: RevisionFields): Report {
  const mine = provider.people.map(({ id }) => id);
  const kept = report.request.exceptions.filter(({ requestedBy }) => !mine.includes(requestedBy));
  return {
    ...report,
    request: { ...report.request, exceptions: [...kept, ...exceptions] },
    revisionEditors: [...new Set([...report.revisionEditors, ...draft.editors])],
    allEditors: [...new Set([...report.allEditors, ...draft.editors])],
  };
}

const headOf = ({ report }: Case) => ({
  reportId: report.id,
  revision: report.revision + 1,
  storeId: report.storeId,
  providerId: report.providerId,
  serviceScope: report.request.serviceScope,
  reportingStart: report.request.reportingStart,
  reportingEnd: report.reportingEnd,
});
