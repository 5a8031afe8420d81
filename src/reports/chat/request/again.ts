import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { ActionName } from '../../../people/policies.ts';
import { refuse } from '../../../result.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { newDraftKey } from './pages.ts';
import { openRequest } from './start.ts';
import { copiedRequest, renewingRequest } from './typed-request.ts';

/** Remembered with the draft: which report it was filled in from, so that a second click does not undo what was typed. */
export const FILLED_FROM = 'filledFrom';

/** "Copy to a new request", for what ended before its time (T23). */
export const copyClick: Click = {
  action: 'report.copy',
  effect: 'read',
  run: (talk, { subject }) => again(talk, subject, { policy: 'report.new', fill: copiedRequest }),
};

/** Starts the renewal of a report: a new request that is filled in and names it (§6). */
export const renewClick: Click = {
  action: 'report.renew',
  effect: 'read',
  run: (talk, { subject }) => again(talk, subject, { policy: 'report.renew', fill: renewingRequest }),
};

interface Again {
  readonly policy: ActionName;
  readonly fill: (parties: Case, now: Date) => FieldValues;
}

async function again(talk: Known, reportId: string, { policy, fill }: Again): Promise<Answer> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const { report } = parties;
  const refusal = permissionRefusal(permitted(policy, talk.person, report));
  if (refusal) return refusal;
  const key = newDraftKey(report);
  const draft = await loadDraft(talk.app, key);
  if (draft?.values[FILLED_FROM] !== reportId) {
    const values = { ...fill(parties, talk.app.clock.now()), [FILLED_FROM]: reportId };
    await saveDraft(talk.app, key, { values, editor: talk.person.principalId });
  }
  return openRequest(talk, report);
}
