import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';

/** 2026-05-08 12:00 in Shanghai. */
const DUE_SECONDS = 1_778_212_800;

const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;

/** The card of a report; `approved` after the decision. */
export function reportCard(state: 'waiting' | 'approved'): APIContainerComponent {
  const waiting = state === 'waiting';
  return {
    type: ComponentType.Container,
    accent_color: waiting ? 0x58_65_f2 : 0x24_80_46,
    components: [
      text(waiting ? '### ⏳ CR-2026-000123 waits for you' : '### ✅ CR-2026-000123 approved'),
      { type: ComponentType.Separator },
      text(
        [
          `**Due:** <t:${DUE_SECONDS}:f>`,
          'Typed: \\*not bold\\* \\<@everyone\\> CR\\_1 snake_case_name 12:30:45',
          'With `code`, [a link](<https://example.com/a_b>) and ~~nothing~~',
          '- one\n- two',
          '-# Revision 2',
        ].join('\n'),
      ),
      ...(waiting ? [buttons()] : []),
    ],
  };
}

function buttons(): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const button = (
    style: APIButtonComponentWithCustomId['style'],
    id: string,
    label: string,
  ): APIButtonComponentWithCustomId => ({ type: ComponentType.Button, style, custom_id: id, label });
  return {
    type: ComponentType.ActionRow,
    components: [
      button(ButtonStyle.Primary, 'approve', 'Approve'),
      button(ButtonStyle.Danger, 'reject', 'Reject'),
      button(ButtonStyle.Secondary, 'silent', 'Never answers'),
      { ...button(ButtonStyle.Secondary, 'locked', 'Withdraw'), disabled: true },
    ],
  };
}
