import type { Card } from '../../../chat/card.ts';
import type { Answer, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormValues } from '../../../chat/form.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isRefused, refuse } from '../../../result.ts';
import { type ChangedStanding, changeStanding } from '../../actions/standing/change-standing.ts';
import { findStanding, type KeptStanding, standingDigest } from '../../records/standing-record.ts';
import { standingFacts } from './standing-facts.ts';
import { STANDING_FORM, standingPage, standingValues, typedStanding } from './standing-page.ts';

/** The form filled in with the record, or with what the same lead typed before. */
export async function openStanding(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const refusal = permissionRefusal(permitted('staff.standing', talk.person));
  if (refusal) return refusal;
  const kept = await findStanding(talk.app, providerId);
  if (!kept) return refuse('directory.provider-not-found', { name: providerId });
  const draft = await loadDraft(talk.app, draftOf(talk, providerId));
  return opened(talk, providerId, { kept, typed: draft?.values ?? {} });
}

export const standingForm: FormHandler = {
  form: STANDING_FORM,
  run: async (talk, submission) => {
    const refusal = permissionRefusal(permitted('staff.standing', talk.person));
    return refusal ?? saved(talk, submission);
  },
};

async function saved(talk: Known, { target, values }: Submission): Promise<Answer> {
  const { app, person: actor, requestId } = talk;
  const { subject: providerId, data: shown = '' } = target;
  const draft = draftOf(talk, providerId);
  await saveDraft(app, draft, { values, editor: actor.principalId });
  const standing = typedStanding(values);
  const change = { actor, requestId, providerId, shown, standing, draft: deleteDraft(draft) };
  const changed = await changeStanding(app, change);
  const kept = await findStanding(app, providerId);
  if (!kept) return refuse('directory.provider-not-found', { name: providerId });
  if (!isRefused(changed)) {
    return { kind: 'closed', card: standingCard(talk, providerId, { kept, changed: changed.ok }) };
  }
  // Somebody else was faster: what was typed stays, beside what now stands, and is compared with that from here on.
  return CAME_SECOND.includes(changed.refused) ? opened(talk, providerId, { kept, typed: values }) : changed;
}

const CAME_SECOND: readonly string[] = ['directory.standing-changed', 'directory.standing-changed-unseen'];

interface Opened {
  readonly kept: KeptStanding;
  readonly typed: FormValues;
}

function opened(talk: Known, providerId: OrganisationId, { kept, typed }: Opened): Answer {
  const stands = standingValues(kept.standing);
  const values = { ...stands, ...typed };
  const differs = Object.keys(stands).some((name) => stands[name] !== values[name]);
  const data = standingDigest(kept.standing);
  const target = { action: STANDING_FORM, subject: providerId, revision: 0, stateSeq: 0, data };
  return { kind: 'form', page: standingPage(talk, { target, kept, values, differs }) };
}

interface Saved {
  readonly kept: KeptStanding;
  readonly changed: ChangedStanding;
}

function standingCard(talk: Known, providerId: OrganisationId, { kept, changed }: Saved): Card {
  const { t } = talk;
  const command = { code: `/staff standing ${providerId}` };
  return {
    tone: kept.standing.barred ? 'warning' : 'good',
    title: kept.name,
    lead: savedLead(talk, changed),
    facts: standingFacts(talk, kept.standing),
    footer: t.text('directory.keep-standing.footer', { command }),
  };
}

function savedLead({ t }: Known, { changed, openReports }: ChangedStanding): string {
  if (changed.length === 0) return t('directory.keep-standing.unchanged');
  if (openReports === 0) return t('directory.keep-standing.saved');
  return t('directory.keep-standing.redrawn', { count: openReports });
}

/** One's own: two leads who edit at once must see each other's words, not mix them. */
const draftOf = ({ person }: Known, providerId: OrganisationId): DraftKey => ({
  form: STANDING_FORM,
  subject: providerId,
  owner: person.principalId,
});
