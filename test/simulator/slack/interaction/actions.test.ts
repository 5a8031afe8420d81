import { describe, expect, it } from 'vitest';
import { actions, button, option, options, section, select } from '../support/blocks.ts';
import { clientOf } from '../support/client.ts';
import { scriptedApp } from '../support/scripted.ts';
import { ANN, BEN, BOT, GENERAL } from '../support/workspace.ts';

const post = (slack: Parameters<typeof clientOf>[0], ...blocks: object[]) =>
  clientOf(slack).apiCall('chat.postMessage', { channel: GENERAL, text: 'x', blocks });

describe('a button in a message', () => {
  it('tells the app who clicked what, where', async () => {
    await using app = await scriptedApp();
    await post(app.slack, section(), { ...actions(button({ value: 'v1' })), block_id: 'row' });
    await app.slack.control.person(BEN).click({ text: 'Go' });
    expect(app.received[0]?.body).toMatchObject({
      type: 'block_actions',
      user: { id: BEN, team_id: 'T0TEAM' },
      api_app_id: 'A0APP',
      container: { type: 'message', channel_id: GENERAL, is_ephemeral: false },
      channel: { id: GENERAL, name: 'general' },
      message: { user: BOT, blocks: [{ type: 'section' }, { block_id: 'row' }] },
      state: { values: {} },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: 'v1', text: { text: 'Go' } }],
      trigger_id: expect.any(String),
      response_url: expect.any(String),
    });
  });

  it('that is private comes without its message, and can be replaced or removed', async () => {
    await using app = await scriptedApp();
    const client = clientOf(app.slack);
    await client.apiCall('chat.postEphemeral', {
      channel: GENERAL,
      user: ANN,
      text: 'x',
      blocks: [section('old'), actions(button())],
    });
    const ann = app.slack.control.person(ANN);
    await ann.click({ text: 'Go' });
    const body = app.received[0]?.body;
    expect(body).toMatchObject({ container: { is_ephemeral: true } });
    expect(body?.message).toBeUndefined();
    const send = (message: object) =>
      fetch(String(body?.response_url), { method: 'POST', body: JSON.stringify(message) });
    await send({ replace_original: true, text: 'new' });
    expect(ann.sees().trim()).toBe('new');
    await send({ delete_original: true });
    expect(ann.sees().trim()).toBe('');
  });

  it('exists only where it stands, and only for who sees it', async () => {
    await using app = await scriptedApp();
    const client = clientOf(app.slack);
    const { ts = '' } = await client.chat.postMessage({
      channel: GENERAL,
      text: 'x',
      blocks: [{ type: 'divider' }],
    });
    await client.apiCall('chat.postEphemeral', {
      channel: GENERAL,
      user: ANN,
      text: 'x',
      blocks: [actions(button())],
    });
    await expect(app.slack.control.person(BEN).click({ text: 'Go' })).rejects.toThrow(
      'there are: no elements',
    );
    await expect(app.slack.control.person(ANN).click({ text: 'Go', ts })).rejects.toThrow(
      'sees nothing that fits',
    );
    expect(app.received).toEqual([]);
  });

  it('shows that the app failed', async () => {
    await using app = await scriptedApp();
    await post(app.slack, actions(button()));
    app.next('silence');
    const ann = app.slack.control.person(ANN);
    expect(await ann.click({ text: 'Go' })).toMatchObject({ acked: false, error: 'operation_timeout' });
    expect(ann.sees()).toContain('Try again?');
  });

  it('is delivered twice at once when that is asked for', async () => {
    await using app = await scriptedApp();
    await post(app.slack, actions(button()));
    app.slack.control.duplicateNext();
    await app.slack.control.person(ANN).click({ text: 'Go' });
    expect(app.received).toHaveLength(2);
    expect(app.received[0]?.body).toEqual(app.received[1]?.body);
  });
});

describe('a menu in a message', () => {
  it('is chosen from by value or words, and only among its options', async () => {
    await using app = await scriptedApp();
    await post(app.slack, actions(select({ options: [option('a', 'Apples'), option('b', 'Pears')] })));
    const ann = app.slack.control.person(ANN);
    await ann.choose({ actionId: 'pick' }, 'Pears');
    expect(app.received[0]?.body).toMatchObject({
      actions: [{ type: 'static_select', selected_option: { value: 'b' } }],
    });
    await expect(ann.choose({ actionId: 'pick' }, 'Plums')).rejects.toThrow('does not take "Plums"');
  });

  it.each([
    [
      'overflow',
      { type: 'overflow', action_id: 'e', options: options(2) },
      'o1',
      { selected_option: { value: 'o1' } },
    ],
    ['datepicker', { type: 'datepicker', action_id: 'e' }, '2026-05-06', { selected_date: '2026-05-06' }],
    ['users_select', { type: 'users_select', action_id: 'e' }, BEN, { selected_user: BEN }],
    [
      'checkboxes',
      { type: 'checkboxes', action_id: 'e', options: options(2) },
      ['o0', 'o1'],
      { selected_options: [{ value: 'o0' }, { value: 'o1' }] },
    ],
  ])('%s reports its own kind of value', async (_type, element, raw, expected) => {
    await using app = await scriptedApp();
    await post(app.slack, actions(element));
    await app.slack.control.person(ANN).choose({ actionId: 'e' }, raw);
    expect(app.received[0]?.body).toMatchObject({ actions: [expected] });
  });

  it('that the app feeds is searched first', async () => {
    await using app = await scriptedApp();
    await post(app.slack, actions({ type: 'external_select', action_id: 'find', min_query_length: 2 }));
    const ann = app.slack.control.person(ANN);
    await expect(ann.search({ actionId: 'find' }, 'b')).rejects.toThrow('from 2 characters on');
    app.next({ json: { options: [option('p1', 'Bridge')] } });
    expect(await ann.search({ actionId: 'find' }, 'br')).toEqual(['Bridge']);
    await ann.choose({ actionId: 'find' }, 'Bridge');
    expect(app.received[0]?.body).toMatchObject({ type: 'block_suggestion', value: 'br', action_id: 'find' });
    expect(app.received[1]?.body).toMatchObject({ actions: [{ selected_option: { value: 'p1' } }] });
    app.next({ json: { options: options(101) } });
    expect(await ann.search({ actionId: 'find' }, 'br')).toEqual([]);
    expect(app.slack.control.violations).toMatchObject([{ code: 'invalid_options' }]);
  });
});
