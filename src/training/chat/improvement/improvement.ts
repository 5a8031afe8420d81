import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { resolveProvider } from '../../../directory/records/resolve.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { openForFraud } from '../../actions/improvement/open-for-fraud.ts';
import { caseById, openCaseOf, openCases } from '../../record/improvement/cases.ts';
import { FRAUD_CASE, SHOW_CASE, TRAINING } from '../handles.ts';
import { caseCard } from './case-card.ts';

/** `/staff improvement`: providers that fall behind, the most urgent first; or one of them with what can be done. */
export const staffImprovement: Command = {
  area: 'staff',
  verb: 'improvement',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'staff.improvement',
  effect: 'read',
  run: async (talk, { provider }) => {
    if (provider === undefined) return listed(talk);
    const resolved = await resolveProvider(talk.app, provider);
    if (isRefused(resolved)) return resolved;
    if (resolved.ok.kind === 'one') return ofProvider(talk, resolved.ok.id);
    const actions = resolved.ok.page.found.map(({ id, name }) => ({
      label: name,
      tone: 'plain' as const,
      handle: { ...TRAINING, action: SHOW_CASE, subject: '', data: id },
    }));
    const title = talk.t('directory.search.title', { text: provider });
    return { kind: 'card', card: { tone: 'neutral', title, actions } };
  },
};

/** A case by its id, or the open one of a provider. */
export const showCaseClick: Click = {
  action: SHOW_CASE,
  effect: 'read',
  run: async (talk, { subject, data }) => {
    const refusal = permissionRefusal(permitted('staff.improvement', talk.person));
    if (refusal) return refusal;
    if (data !== undefined) return ofProvider(talk, data);
    const found = await caseById(talk.app, subject);
    return found ? { kind: 'card', card: caseCard(talk, found) } : refuse('training.case-changed');
  },
};

async function listed(talk: Known): Promise<Answer> {
  const { t } = talk;
  const cases = await openCases(talk.app);
  if (cases.length === 0)
    return { kind: 'card', card: { tone: 'good', title: t('training.improvement.none') } };
  return {
    kind: 'card',
    card: {
      tone: 'waiting',
      title: t('training.improvement.list'),
      sections: [
        {
          list: cases.map(({ provider, state }) =>
            t('training.improvement.line', { provider, state: t(`training.improvement.name.${state}`) }),
          ),
        },
      ],
      actions: cases.map(({ id, provider }) => ({
        label: provider,
        tone: 'plain',
        handle: { ...TRAINING, action: SHOW_CASE, subject: id },
      })),
    },
  };
}

async function ofProvider(talk: Known, providerId: string): Promise<Answer> {
  const { app, t, person } = talk;
  const [found, provider] = await Promise.all([openCaseOf(app, providerId), findProvider(app, providerId)]);
  if (found) return { kind: 'card', card: caseCard(talk, found) };
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  return {
    kind: 'card',
    card: {
      tone: 'good',
      title: t('training.improvement.none-of', { provider: provider.name }),
      actions: permitted('staff.exit', person).allowed
        ? [
            {
              label: t('training.improvement.fraud'),
              tone: 'danger',
              handle: { ...TRAINING, action: FRAUD_CASE, subject: providerId },
            },
          ]
        : [],
    },
  };
}

export const fraudClick: Click = {
  action: FRAUD_CASE,
  effect: 'change',
  run: async (talk, { subject: providerId }) => {
    const { app, person: actor, requestId } = talk;
    const opened = await openForFraud(app, { actor, requestId, providerId });
    return isRefused(opened) ? opened : { kind: 'card', card: caseCard(talk, opened.ok), replaces: true };
  },
};
