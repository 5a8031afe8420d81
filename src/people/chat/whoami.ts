import type { Card, Fact } from '../../chat/card.ts';
import { type Command, type Conversation, LOCALES } from '../../chat/conversation.ts';
import { accountText, roleName } from '../../chat/messages/names.ts';
import { notLinkedCard } from '../../chat/router/cards.ts';
import { type Profile, profileOf } from '../profile.ts';
import { clockTime } from '../working-hours.ts';

/** Open to everybody: an account that is linked to nobody learns how that is done. */
export const whoami: Command = {
  area: 'whoami',
  verb: '',
  options: [],
  who: 'anyone',
  effect: 'read',
  run: async (talk) => {
    const profile = talk.person && (await profileOf(talk.app, talk.person.principalId));
    const card = profile ? profileCard(talk, profile) : notLinkedCard(talk.t, talk.account);
    return { kind: 'card', card };
  },
};

export function profileCard(talk: Pick<Conversation, 't' | 'zone'>, profile: Profile): Card {
  const { t } = talk;
  return {
    tone: 'neutral',
    title: profile.displayName,
    sections: [
      { title: t('accounts.whoami.roles'), list: rolesOf(talk, profile) },
      {
        title: t('accounts.whoami.accounts'),
        list: profile.accounts.map((account) => accountText(t, account)),
      },
    ],
    facts: factsOf(talk, profile),
    footer: t.text('accounts.whoami.footer', { command: { code: '/settings' } }),
  };
}

function rolesOf({ t }: Pick<Conversation, 't'>, { roles }: Profile): readonly string[] {
  if (roles.length === 0) return [t('accounts.whoami.no-role')];
  return roles.map(({ role, organisation }) =>
    t('accounts.whoami.role-at', { role: roleName(t, role), organisation }),
  );
}

function factsOf({ t, zone }: Pick<Conversation, 't' | 'zone'>, profile: Profile): readonly Fact[] {
  const chosen = LOCALES.find((locale) => locale === profile.locale);
  return [
    {
      label: t('accounts.settings.language'),
      value: chosen ? t(`common.language.${chosen}`) : t('accounts.settings.follow'),
    },
    { label: t('accounts.settings.zone'), value: profile.timeZone ?? zone },
    {
      label: t('accounts.settings.hours'),
      value: `${clockTime(profile.opensAt)}–${clockTime(profile.closesAt)}`,
    },
  ];
}
