import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isIsoDate } from '../../../reports/periods.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { closeStore } from '../../actions/closing/close-store.ts';
import { CLOSING_REASONS, type Closing, findClosing, type KeptClosing } from '../../records/closing.ts';
import { resolveStore } from '../../records/resolve.ts';
import { chosen, dateInput } from '../inputs.ts';

const CLOSING = 'directory.closing';
const TRADES = 'TRADES';
const STATES = [TRADES, ...CLOSING_REASONS] as const;

/** `/staff closing <store>`: that a store has closed, and why, or that it trades after all. */
export const staffClosing: Command = {
  area: 'staff',
  verb: 'closing',
  options: [{ name: 'store', kind: 'store', required: true, rest: true }],
  who: 'staff.close-store',
  effect: 'read',
  run: async (talk, { store = '' }): Promise<Answer> => {
    const resolved = await resolveStore(talk.app, store);
    if (isRefused(resolved)) return resolved;
    if (resolved.ok.kind === 'one') return opened(talk, resolved.ok.id);
    return {
      kind: 'card',
      card: {
        tone: 'neutral',
        title: talk.t('directory.search.title', { text: store }),
        actions: resolved.ok.page.found.map(({ id, name }) => ({
          label: name,
          tone: 'plain' as const,
          handle: handleOf(id, null),
        })),
      },
    };
  },
};

export const closingClick: Click = {
  action: CLOSING,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

export const closingForm: FormHandler = {
  form: CLOSING,
  run: async ({ app, t, person: actor, requestId }, { target, values }) => {
    const closing = closingOf(typed(values, 'state'), typed(values, 'on'));
    if (closing !== null && 'refused' in closing) return closing;
    const before = shownBefore(target.data);
    const kept = await closeStore(app, { actor, requestId, storeId: target.subject, before, closing });
    if (isRefused(kept)) return kept;
    const title = t(`directory.closing.kept.${kept.ok?.reason ?? TRADES}`);
    return { kind: 'closed', card: { tone: 'good', title } };
  },
};

async function opened(talk: Known, storeId: OrganisationId): Promise<Answer> {
  const refusal = permissionRefusal(permitted('staff.close-store', talk.person));
  if (refusal) return refusal;
  const kept = await findClosing(talk.app, storeId);
  if (!kept) return refuse('directory.store-not-found', { name: storeId });
  return { kind: 'form', page: page(talk, storeId, kept) };
}

/** What the form was opened over travels with it: `2026-05-31:CLOSED`. */
const handleOf = (subject: string, closing: Closing | null) => ({
  ...{ action: CLOSING, subject, revision: 0, stateSeq: 0 },
  ...(closing === null ? {} : { data: `${closing.on}:${closing.reason}` }),
});

function shownBefore(data = ''): Closing | null {
  const [on = '', name = ''] = data.split(':');
  const reason = CLOSING_REASONS.find((each) => each === name);
  return reason ? { on, reason } : null;
}

function closingOf(state: string, on: string): Closing | Refusal | null {
  if (state === TRADES) return null;
  const reason = CLOSING_REASONS.find((each) => each === state);
  if (!reason) return refuse('directory.closing-state', {}, 'state');
  return isIsoDate(on) ? { on, reason } : refuse('directory.closing-date', {}, 'on');
}

function page({ t }: Known, storeId: string, { name, closing }: KeptClosing): FormPage {
  const values = { state: closing?.reason ?? '', on: closing?.on ?? '' };
  return {
    form: CLOSING,
    page: 'closing',
    target: handleOf(storeId, closing),
    title: t('directory.closing.title'),
    intro: t('directory.closing.intro', { store: name }),
    fields: [
      {
        kind: 'choice',
        name: 'state',
        label: t('directory.closing.state'),
        options: STATES.map((value) => ({ value, label: t(`directory.closing.states.${value}`) })),
        ...chosen(values, 'state', STATES),
      },
      dateInput(values, { name: 'on', label: t('directory.closing.on'), optional: true }),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}
