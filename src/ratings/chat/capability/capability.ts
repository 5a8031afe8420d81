import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isRefused, type Refusal, refuse, refuseAll } from '../../../result.ts';
import {
  CAPABILITY_FIGURES,
  type CapabilityFigures,
  capabilityQuarters,
  recordCapability,
} from '../../actions/evidence/record-capability.ts';
import { wholeOf } from '../checks/measured-text.ts';
import { CAPABILITY, RATING } from '../handles.ts';
import { withProvider } from '../which-provider.ts';

/** `/rating capability <provider>`: what D7 counts and no other part of the product knows. */
export const ratingCapability: Command = {
  area: 'rating',
  verb: 'capability',
  options: [{ name: 'provider', kind: 'provider', required: true, rest: true }],
  who: 'rating.record',
  effect: 'read',
  run: (talk, { provider }) =>
    withProvider(talk, { typed: provider, action: CAPABILITY }, (id) => opened(talk, id)),
};

export const capabilityClick: Click = {
  action: CAPABILITY,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

export const capabilityForm: FormHandler = {
  form: CAPABILITY,
  run: async ({ app, t, person: actor, requestId }, { target, values }) => {
    const figures = figuresOf(values);
    if ('refused' in figures) return figures;
    const input = { providerId: target.subject, quarter: typed(values, 'quarter'), figures };
    const kept = await recordCapability(app, { actor, requestId, ...input });
    if (isRefused(kept)) return kept;
    const title = t('ratings.capability.kept', { quarter: input.quarter });
    return {
      kind: 'closed',
      card: {
        tone: 'good',
        title,
        facts: CAPABILITY_FIGURES.map((name) => ({
          label: t(`ratings.capability.${name}`),
          value: String(kept.ok[name]),
        })),
      },
    };
  },
};

async function opened(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const { app } = talk;
  const refusal = permissionRefusal(permitted('rating.record', talk.person));
  if (refusal) return refusal;
  const [provider, record] = await Promise.all([
    findProvider(app, providerId),
    app.database.prisma.capabilityRecord.findFirst({ where: { providerId }, orderBy: { quarter: 'desc' } }),
  ]);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  return { kind: 'form', page: page(talk, provider, record) };
}

/** Whatever is no count, each beside its input. */
function figuresOf(values: FormValues): CapabilityFigures | Refusal {
  const count = (name: string) => wholeOf(typed(values, name));
  const [first, ...others] = CAPABILITY_FIGURES.filter((name) => count(name) === null).map((name) =>
    refuse('ratings.capability-count', {}, name),
  );
  if (first) return refuseAll([first, ...others]);
  return {
    staff: count('staff') ?? 0,
    certifiedStaff: count('certifiedStaff') ?? 0,
    apiDays: count('apiDays') ?? 0,
    apiHealthyDays: count('apiHealthyDays') ?? 0,
  };
}

function page(
  { t, app }: Known,
  { id, name }: { readonly id: string; readonly name: string },
  record: CapabilityFigures | null,
): FormPage {
  const quarters = capabilityQuarters(app.clock.now());
  return {
    form: CAPABILITY,
    page: 'figures',
    target: { ...RATING, action: CAPABILITY, subject: id },
    title: t('ratings.capability.title'),
    intro: t('ratings.capability.intro', { provider: name }),
    fields: [
      {
        kind: 'choice',
        name: 'quarter',
        label: t('ratings.capability.quarter'),
        options: quarters.map((value) => ({ value, label: value })),
        ...(quarters[0] === undefined ? {} : { initial: quarters[0] }),
      },
      ...CAPABILITY_FIGURES.map(
        (figure): Field => ({
          kind: 'number',
          name: figure,
          label: t(`ratings.capability.${figure}`),
          initial: String(record?.[figure] ?? 0),
        }),
      ),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}
