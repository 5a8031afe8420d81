import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../../../adapters/discord/commands/definitions.ts';
import { inviteLink } from '../../../../adapters/discord/commands/permissions.ts';
import { packId, unpackId } from '../../../../adapters/discord/custom-id.ts';
import { called } from '../../../../adapters/discord/receive/incoming/command.ts';
import { createRegistry } from '../../../../src/chat/commands/registry.ts';
import { createTranslators } from '../../../../src/chat/messages/translators.ts';
import { providerPages, storePages } from '../../../../src/reports/fields/forms.ts';
import { SERVICE_SCOPES } from '../../../../src/reports/report.ts';
import { VOCABULARIES } from '../../../../src/vocabularies.ts';

const registry = createRegistry(VOCABULARIES);
const commands = definitions(registry, createTranslators());

/** Every command with its options, as Discord hands it over when it is used. */
const used = commands.flatMap(({ name, options = [] }) => {
  const subcommands = options.filter(({ type }) => type === 1);
  if (subcommands.length === 0) return [called(name, [])];
  return subcommands.map((option) => called(name, [{ type: 1, name: option.name, options: [] }]));
});

describe('the slash commands', () => {
  it('reach every command of the registry', () => {
    const names = registry.commands.map(({ area, verb }) => `${area} ${verb}`).sort();
    expect(used.map(({ area, verb }) => `${area} ${verb}`).sort()).toEqual(names);
  });

  it('are described in English and Chinese', () => {
    for (const { description, description_localizations: other } of commands) {
      expect(description).toMatch(/[a-z]/);
      expect(other?.['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '/%s stands in servers and in direct messages with the bot, and is installed by servers alone',
    (_name, { contexts, integration_types: installedBy }) => {
      expect(contexts).toEqual([InteractionContextType.Guild, InteractionContextType.BotDM]);
      expect(installedBy).toEqual([ApplicationIntegrationType.GuildInstall]);
    },
  );

  it('have few choices listed and everything else that is known completed', () => {
    const options = commands.flatMap(({ options: verbs = [] }) =>
      verbs.flatMap((verb) => ('options' in verb ? (verb.options ?? []) : [verb])),
    );
    const report = options.find(({ name }) => name === 'report');
    expect(report).toMatchObject({ autocomplete: true, required: false });
    expect(options.filter((option) => 'choices' in option && 'autocomplete' in option)).toEqual([]);
  });
});

describe('what a component stands for', () => {
  const handle = `act_${'0'.repeat(26)}`;
  const forms = VOCABULARIES.flatMap((vocabulary) => vocabulary.forms.map(({ form }) => form));
  const pages = [...providerPages(SERVICE_SCOPES), ...storePages].map(({ id }) => id);

  it.each(forms)('fits into its id: any page of %s', (form) => {
    for (const page of pages) {
      const id = { kind: 'part', form, page, handle, part: 12, last: true } as const;
      expect(unpackId(packId(id))).toEqual(id);
    }
  });

  it.each([
    { kind: 'click', handle },
    { kind: 'yes', handle },
    { kind: 'ask', handle, question: 'CVrNbVFzUnuqwOdR' },
    { kind: 'leave' },
    { kind: 'locked' },
    { kind: 'working' },
    { kind: 'back', form: 'report.fill', page: 'fees', handle },
    { kind: 'finish', form: 'report.return', page: 'only', handle },
    { kind: 'resend', interaction: '1100000000000000001' },
  ] as const)('comes back out of it: $kind', (id) => {
    expect(unpackId(packId(id, 7))).toEqual(id);
  });

  it('is nothing for a component of another bot', () => {
    expect(unpackId('vote:yes')).toBeNull();
  });
});

describe('the invite link', () => {
  it('asks for what the bot uses and nothing else', () => {
    const link = new URL(inviteLink('1100000000000000001'));
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect(
      BigInt(link.searchParams.get('permissions') ?? '')
        .toString(2)
        .replaceAll('0', ''),
    ).toHaveLength(6);
  });
});
