import type { Answer, Click, Command, FormHandler, Known } from '../../chat/conversation.ts';
import type { FormPage } from '../../chat/form.ts';
import { typedAll } from '../../chat/form-values.ts';
import { CATEGORIES, categoryName } from '../../directory/categories.ts';
import { searchCard } from '../../directory/chat/search.ts';
import { findProvider } from '../../directory/records/organisation.ts';
import { resolveProvider } from '../../directory/records/resolve.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../people/permissions.ts';
import { isRefused, refuse } from '../../result.ts';
import { BANDS, LANGUAGES, MARKETS } from '../need/vocabulary.ts';
import { findProfile, type KeptProfile, keepProfile } from '../profile/keep-profile.ts';
import { handleTo, PROFILE } from './handles.ts';
import { choicesInput } from './post/inputs.ts';

/** `/provider profile [provider]`: markets, languages and budgets, by its administrators or a lead. */
export const providerProfile: Command = {
  area: 'provider',
  verb: 'profile',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'provider.profile',
  effect: 'read',
  run: async (talk, { provider }): Promise<Answer> => {
    if (provider === undefined) {
      const own = membershipsFor('provider.profile', talk.person).find(
        ({ role }) => role === 'PROVIDER_ADMIN',
      );
      return own ? opened(talk, own.organisationId) : refuse('directory.search-empty', {}, 'provider');
    }
    const resolved = await resolveProvider(talk.app, provider);
    if (isRefused(resolved)) return resolved;
    if (resolved.ok.kind === 'one') return opened(talk, resolved.ok.id);
    return { kind: 'card', card: searchCard(talk, provider, resolved.ok.page) };
  },
};

export const profileClick: Click = {
  action: PROFILE,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

export const profileForm: FormHandler = {
  form: PROFILE,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const { subject: providerId, revision: version } = target;
    const profile = {
      markets: typedAll(values, 'markets'),
      languages: typedAll(values, 'languages'),
      bands: typedAll(values, 'bands'),
      exclusive: typedAll(values, 'exclusive'),
    };
    const kept = await keepProfile(app, { actor, requestId, providerId, version, profile });
    if (isRefused(kept)) return kept;
    const provider = await findProvider(app, providerId);
    return {
      kind: 'closed',
      card: {
        tone: 'good',
        title: t('opportunities.profile.saved', { provider: provider?.name ?? providerId }),
        facts: profileFacts(talk, kept.ok),
      },
    };
  },
};

async function opened(talk: Known, providerId: string): Promise<Answer> {
  const refusal = permissionRefusal(permitted('provider.profile', talk.person, { providerId }));
  if (refusal) return refusal;
  const provider = await findProvider(talk.app, providerId);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  return { kind: 'form', page: profilePage(talk, provider, await findProfile(talk.app, providerId)) };
}

function profilePage(talk: Known, provider: { id: string; name: string }, kept: KeptProfile): FormPage {
  const { t } = talk;
  const { markets, languages, bands, exclusive } = kept;
  const values = { markets, languages, bands, exclusive };
  const input = (name: keyof typeof values, help: string) =>
    choicesInput(values, {
      name,
      label: t(`opportunities.profile.${name}`),
      help: t(`opportunities.profile.${help}`),
      options: OPTIONS[name].map((value) => ({ value, label: wordOf(talk, name, value) })),
      optional: true,
    });
  return {
    form: PROFILE,
    page: 'profile',
    target: { ...handleTo(PROFILE, provider.id), revision: kept.version },
    title: t('opportunities.profile.title'),
    intro: t('opportunities.profile.intro', { provider: provider.name }),
    fields: [
      input('markets', 'any-help'),
      input('languages', 'any-help'),
      input('bands', 'bands-help'),
      input('exclusive', 'exclusive-help'),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}

const OPTIONS = { markets: MARKETS, languages: LANGUAGES, bands: BANDS, exclusive: Object.keys(CATEGORIES) };
type Part = keyof typeof OPTIONS;
const WORDS = { markets: 'market', languages: 'language', bands: 'band' } as const;

const wordOf = ({ t, locale }: Known, part: Part, code: string): string =>
  part === 'exclusive' ? categoryName(code, locale) : t(`opportunities.${WORDS[part]}.${code}`);

const profileFacts = (talk: Known, kept: KeptProfile) =>
  (['markets', 'languages', 'bands', 'exclusive'] as const).map((part) => ({
    label: talk.t(`opportunities.profile.${part}`),
    value:
      kept[part].map((code) => wordOf(talk, part, code)).join(talk.t('common.comma')) ||
      talk.t('opportunities.profile.none'),
  }));
