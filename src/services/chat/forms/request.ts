import type { Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import { deleteDraft, loadDraft } from '../../../chat/drafts/drafts.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { moment } from '../../../chat/text.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isRefused, type Refusal, type Result, refuse } from '../../../result.ts';
import { applyForApi } from '../../application/actions/apply.ts';
import { applicationInputs } from '../../application/chat/inputs.ts';
import { askConsultation } from '../../consultation/actions/ask.ts';
import { questionInputs } from '../../consultation/chat/inputs.ts';
import { type Entry, entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { SERVICE_KINDS, type ServiceKind } from '../../kinds.ts';
import { draftLoan } from '../../loan/actions/draft.ts';
import { loanInputs } from '../../loan/chat/inputs.ts';
import { loadService } from '../../record/case.ts';
import { caseCard } from '../card/case-card.ts';
import { REQUEST, requestHandle } from '../handles.ts';
import { draftOf, keep } from './drafts.ts';

/** `/service request`: opens the form of a special service, or offers the three. */
export const serviceRequest: Command = {
  area: 'service',
  verb: 'request',
  options: [{ name: 'kind', kind: 'choice', required: false, choices: SERVICE_KINDS }],
  who: 'service.request',
  effect: 'read',
  run: async (talk, { kind: typed }) => {
    const [own] = membershipsFor('service.request', talk.person);
    if (own === undefined) throw new Error('The policy table let somebody in who administers no provider.');
    const kind = SERVICE_KINDS.find((known) => known === typed);
    return kind ? opened(talk, own.organisationId, kind) : offered(talk, own.organisationId);
  },
};

export const requestClick: Click = {
  action: REQUEST,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject, data }) => {
    const kind = SERVICE_KINDS.find((known) => known === data);
    return kind ? opened(talk, subject, kind) : offered(talk, subject);
  },
};

/** The three, and where the relationship is not yet effective which step is missing. */
async function offered({ app, t }: Known, providerId: OrganisationId): Promise<Answer> {
  const entry = await entryOf(app, providerId);
  if (entry === null) return refuse('services.not-a-provider');
  const card: Card = {
    tone: 'neutral',
    title: t('services.request.title'),
    lead: t('services.request.lead'),
    sections: [{ list: SERVICE_KINDS.map((kind) => t(`services.request.${kind}`)) }],
    actions: SERVICE_KINDS.map((kind) => ({
      label: t(`services.kind.${kind}`),
      tone: 'plain',
      handle: requestHandle(providerId, kind),
    })),
  };
  return { kind: 'card', card };
}

/** A consultation is also for recognised providers, who show their letter of intent in the form. */
function entryRefusal(entry: Entry, kind: ServiceKind): Refusal | null {
  const missing = relationshipRefusal(entry);
  return kind === 'consultation' && entry.recognised ? null : missing;
}

async function opened(talk: Known, providerId: OrganisationId, kind: ServiceKind): Promise<Answer> {
  const { app, person, t } = talk;
  const refusal = permissionRefusal(permitted('service.request', person, { providerId }));
  if (refusal) return refusal;
  const entry = await entryOf(app, providerId);
  if (entry === null) return refuse('services.not-a-provider');
  const missing = entryRefusal(entry, kind);
  if (missing) return missing;
  const draft = await loadDraft(app, draftOf(talk, `${REQUEST}.${kind}`, providerId));
  return {
    kind: 'form',
    page: {
      form: REQUEST,
      page: kind,
      target: requestHandle(providerId, kind),
      title: t(`services.kind.${kind}`),
      intro: t(`services.intro.${kind}`),
      fields: inputsOf(talk, { kind, entry, values: draft?.values ?? {} }),
      submitLabel: t(kind === 'loan' ? 'common.button.save' : 'services.send'),
      closeLabel: t('common.button.cancel'),
    },
  };
}

interface Asked {
  readonly kind: ServiceKind;
  readonly entry: Entry;
  readonly values: FormValues;
}

function inputsOf(talk: Known, { kind, entry, values }: Asked): readonly Field[] {
  switch (kind) {
    case 'consultation':
      return questionInputs(talk, values, { withLetter: !entry.effective });
    case 'loan':
      return loanInputs(talk, values);
    case 'api':
      return applicationInputs(talk, values);
  }
}

export const requestForm: FormHandler = {
  form: REQUEST,
  run: async (talk, { target, values }) => {
    const kind = SERVICE_KINDS.find((known) => known === target.data);
    if (kind === undefined) return refuse('services.unknown', { case: target.data ?? '' });
    const draft = draftOf(talk, `${REQUEST}.${kind}`, target.subject);
    await keep(talk, draft, values);
    const { app, person: actor, requestId } = talk;
    const input = { actor, requestId, providerId: target.subject, values, draft: deleteDraft(draft) };
    const begun = await begunBy(app, kind, input);
    return isRefused(begun) ? begun : begunCard(talk, begun.ok.id);
  },
};

type Input = Parameters<typeof applyForApi>[1];

function begunBy(
  app: Known['app'],
  kind: ServiceKind,
  input: Input,
): Promise<Result<{ readonly id: string }>> {
  switch (kind) {
    case 'consultation':
      return askConsultation(app, input);
    case 'loan':
      return draftLoan(app, input);
    case 'api':
      return applyForApi(app, input);
  }
}

async function begunCard(talk: Known, id: string): Promise<Answer> {
  const found = await loadService(talk.app, id);
  if (!found) return refuse('services.unknown', { case: id });
  const card = await caseCard(talk.app, talk, found);
  const { deadlineAt } = found;
  const lead = deadlineAt === null ? card.lead : talk.t.text('services.begun', { due: moment(deadlineAt) });
  return { kind: 'closed', card: { ...card, ...(lead === undefined ? {} : { lead }) } };
}
