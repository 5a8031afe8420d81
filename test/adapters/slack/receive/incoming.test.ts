import type { SlashCommand } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { RecentKeys } from '../../../../adapters/shared/recent-keys.ts';
import { commandIncoming } from '../../../../adapters/slack/receive/incoming/command.ts';
import { messageIncoming, type TypedMessage } from '../../../../adapters/slack/receive/incoming/event.ts';
import { packMetadata, unpackMetadata } from '../../../../adapters/slack/receive/metadata.ts';
import { formValues } from '../../../../adapters/slack/receive/values.ts';

const aCommand = (over: Partial<SlashCommand> = {}): SlashCommand => ({
  token: '',
  command: '/report',
  text: 'show CR-2026-000123',
  response_url: 'https://hooks.slack.test/1',
  trigger_id: '13.37',
  user_id: 'U1',
  user_name: 'max',
  team_id: 'T1',
  team_domain: 'acme',
  channel_id: 'C1',
  channel_name: 'staff',
  api_app_id: 'A1',
  ...over,
});

describe('a slash command', () => {
  it('says who asked what where, under a key that a replay repeats', () => {
    expect(commandIncoming(aCommand(), 'zh-CN')).toEqual({
      kind: 'command',
      accountName: 'max',
      key: 'command:13.37',
      account: { platform: 'slack', workspace: 'T1', userId: 'U1' },
      place: {
        channel: 'C1',
        direct: false,
        token: { trigger: '13.37', responseUrl: 'https://hooks.slack.test/1' },
      },
      area: 'report',
      text: 'show CR-2026-000123',
      locale: 'zh-CN',
    });
  });

  it.each([
    ['report  show CR-1', 'report', 'show CR-1'],
    ['/report list', 'report', 'list'],
    ['Inbox', 'inbox', ''],
    ['', 'help', ''],
  ])('/baobei %s means /%s %s', (text, area, rest) => {
    expect(commandIncoming(aCommand({ command: '/baobei', text }))).toMatchObject({ area, text: rest });
  });
});

describe('a message event', () => {
  const aMessage: TypedMessage = { channel: 'D1', channel_type: 'im', user: 'U1', text: 'hello', ts: '1.1' };
  const thread = { channel: 'C1', channel_type: 'channel', thread_ts: '1.0' };

  it.each<[string, Partial<TypedMessage>, boolean]>([
    ['typed to the bot', {}, true],
    ['with a file', { subtype: 'file_share' }, true],
    ['under the bot’s card', { ...thread, parent_user_id: 'UBOT' }, true],
    ['under somebody’s message', { ...thread, parent_user_id: 'U2' }, false],
    ['in a channel', { ...thread, thread_ts: undefined }, false],
    [
      'in a channel, with an API key',
      { ...thread, thread_ts: undefined, text: `bb_live_${'x'.repeat(36)}` },
      true,
    ],
    ['of a bot', { bot_id: 'B1' }, false],
    ['that was edited', { subtype: 'message_changed' }, false],
    ['without text', { text: '' }, false],
  ])('%s', (_what, over, heard) => {
    const incoming = messageIncoming(
      { team_id: 'T1', event_id: 'Ev1' },
      { ...aMessage, ...over },
      { botUser: 'UBOT' },
    );
    expect(incoming !== null).toBe(heard);
  });
});

describe('what a form carries', () => {
  it('comes back as it went', () => {
    const metadata = {
      form: 'report.fill',
      page: 'fee',
      handle: 'act_1',
      origin: { channel: 'C1', locale: 'zh' },
    };
    expect(unpackMetadata(packMetadata(metadata))).toEqual(metadata);
  });

  it('gives up the way back rather than its target', () => {
    const origin = { channel: 'C1', responseUrl: `https://hooks.slack.test/${'x'.repeat(3_000)}` };
    const packed = packMetadata({ form: 'f', page: 'p', handle: 'h', origin });
    expect(packed.length).toBeLessThanOrEqual(3_000);
    expect(unpackMetadata(packed)).toEqual({ form: 'f', page: 'p', handle: 'h', origin: {} });
  });

  it.each(['', 'not json', '{}', '[]', 'null', '{"form":1,"page":"p","handle":"h"}'])(
    '%s is none of ours',
    (text) => {
      expect(unpackMetadata(text)).toBeUndefined();
    },
  );
});

describe('the values of a page', () => {
  it('joins the ticks of a field that needed several blocks', () => {
    const ticks = (...values: string[]) => ({
      value: {
        type: 'checkboxes',
        selected_options: values.map((value) => ({
          text: { type: 'plain_text' as const, text: value },
          value,
        })),
      },
    });
    expect(formValues({ 'na/codes': ticks('QS01'), 'na/codes#1': ticks('QS11', 'QS12') })).toEqual({
      codes: ['QS01', 'QS11', 'QS12'],
    });
  });

  it('keeps emptiness, so that a field can be cleared', () => {
    expect(
      formValues({
        'p/text': { value: { type: 'plain_text_input', value: null } },
        'p/day': { value: { type: 'datepicker', selected_date: null } },
        'p/one': { value: { type: 'static_select', selected_option: null } },
        'p/many': { value: { type: 'multi_static_select', selected_options: [] } },
      }),
    ).toEqual({ text: '', day: '', one: '', many: [] });
  });
});

describe('keys of requests', () => {
  it('are new once, even after many others', () => {
    const recent = new RecentKeys();
    expect(recent.isNew('a')).toBe(true);
    for (let index = 0; index < 10_000; index += 1) recent.isNew(`other ${index}`);
    expect(recent.isNew('a')).toBe(false);
  });
});
