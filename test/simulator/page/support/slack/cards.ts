import type { HomeView, KnownBlock, RichTextElement } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true }) as const;
const bold = (text: string): RichTextElement => ({ type: 'text', text, style: { bold: true } });
const words = (text: string): RichTextElement => ({ type: 'text', text });

const line = (...elements: RichTextElement[]) => ({ type: 'rich_text_section', elements }) as const;
const rich = (...lines: ReturnType<typeof line>[]): KnownBlock => ({ type: 'rich_text', elements: lines });

/** 2026-05-08 10:00 in Shanghai. */
const DUE_SECONDS = 1_778_205_600;

/** The card of a report as one party sees it; `approved` after the decision. */
export function reportCard(state: 'waiting' | 'approved'): readonly KnownBlock[] {
  const waiting = state === 'waiting';
  return [
    {
      type: 'header',
      text: plain(waiting ? '⏳ CR-2026-000123 waits for you' : '✅ CR-2026-000123 approved'),
    },
    rich(
      line(
        words('Aurora Skincare 海外旗舰店 with 杭州远帆电子商务有限公司. '),
        words(waiting ? 'Please decide.' : 'It starts soon.'),
      ),
      line(words('✅ Request  →  ✅ Fill in  →  ✅ Confirm  →  '), bold(waiting ? '🔵 Staff' : '✅ Staff')),
    ),
    rich(
      line(bold('Due: '), {
        type: 'date',
        timestamp: DUE_SECONDS,
        format: '{date_short_pretty} {time}',
        fallback: 'soon',
      }),
      line(bold('Reporting period: '), words('1 Jun 2026 – 31 May 2027')),
      line(bold('Typed by the provider: '), words('*not bold* <!channel> :tada: 12:30:45')),
    ),
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*Mark-up* with `code`, <https://example.com|a link>, <@U0OLIVIA> and &lt;!channel&gt; at 12:30:45',
      },
      fields: [
        { type: 'mrkdwn', text: '*Fee model*\nMixed' },
        { type: 'mrkdwn', text: '*Deposit*\nCNY 200,000' },
      ],
    },
    ...(waiting ? [decisionButtons()] : []),
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Revision 2 · hash 8aff1929' }] },
  ];
}

function decisionButtons(): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'approve',
        style: 'primary',
        text: plain('Approve'),
        value: 'h1',
        confirm: {
          title: plain('Approve CR-2026-000123?'),
          text: plain('The cooperation becomes effective on 1 June 2026.'),
          confirm: plain('Approve it'),
          deny: plain('Not yet'),
        },
      },
      { type: 'button', action_id: 'form', text: plain('Open the form'), value: 'h2' },
      { type: 'button', action_id: 'reject', style: 'danger', text: plain('Reject'), value: 'h3' },
    ],
  };
}

export function homeView(): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Your inbox') },
      rich(line(words('One report waits for you.'))),
      { type: 'divider' },
      ...reportCard('waiting'),
    ],
  };
}
