import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../simulator/common/json.ts';
import {
  input,
  modal,
  option,
  options,
  plain,
  section,
  select,
  textInput,
  words,
} from '../support/blocks.ts';
import { clientOf, refusalOf } from '../support/client.ts';
import { type Scripted, scriptedApp } from '../support/scripted.ts';
import { ANN, GENERAL, MovableClock } from '../support/workspace.ts';

let clock = new MovableClock();
beforeEach(() => {
  clock = new MovableClock();
});

const lastTrigger = (app: Scripted) => String(app.received.at(-1)?.body.trigger_id);

async function trigger(app: Scripted): Promise<string> {
  await app.slack.control.person(ANN).command('/ping');
  return lastTrigger(app);
}

const call = (app: Scripted, method: string, args: object) =>
  clientOf(app.slack).apiCall(method, { ...args });

async function opened(app: Scripted, view: JsonObject) {
  await call(app, 'views.open', { trigger_id: await trigger(app), view });
  return app.slack.control.person(ANN);
}

const reason = { ...input(textInput({ max_length: 10 }), { label: plain('Reason') }), block_id: 'reason' };

describe('a trigger', () => {
  it('opens one modal within three seconds', async () => {
    await using app = await scriptedApp({ clock });
    const id = await trigger(app);
    const view = modal([section()]);
    await call(app, 'views.open', { trigger_id: id, view });
    expect(await refusalOf(call(app, 'views.open', { trigger_id: id, view }))).toMatchObject({
      code: 'exchanged_trigger_id',
    });
    const late = await trigger(app);
    clock.advance(3_001);
    expect(await refusalOf(call(app, 'views.open', { trigger_id: late, view }))).toMatchObject({
      code: 'expired_trigger_id',
    });
    expect(await refusalOf(call(app, 'views.open', { trigger_id: '1.2.3', view }))).toMatchObject({
      code: 'invalid_trigger_id',
    });
  });

  it('expires by real time too, while the clock stands still', async () => {
    const wireClock = new MovableClock();
    await using app = await scriptedApp({ clock, wireClock });
    const id = await trigger(app);
    wireClock.advance(3_001);
    const open = call(app, 'views.open', { trigger_id: id, view: modal([section()]) });
    expect(await refusalOf(open)).toMatchObject({ code: 'expired_trigger_id' });
  });

  it('is not used up by a view that is refused', async () => {
    await using app = await scriptedApp({ clock });
    const id = await trigger(app);
    const bad = call(app, 'views.open', { trigger_id: id, view: modal([section('')]) });
    expect(await refusalOf(bad)).toMatchObject({ code: 'invalid_arguments' });
    await call(app, 'views.open', { trigger_id: id, view: modal([section()]) });
  });
});

describe('a view', () => {
  it('of more than 250 kB is too large', async () => {
    await using app = await scriptedApp({ clock });
    const view = modal(Array.from({ length: 100 }, () => section(words(2_600))));
    const open = call(app, 'views.open', { trigger_id: await trigger(app), view });
    expect(await refusalOf(open)).toMatchObject({ code: 'view_too_large' });
  });

  it('stacks three deep, pushed from a modal only', async () => {
    await using app = await scriptedApp({ clock });
    const view = modal([
      { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] },
    ]);
    expect(await refusalOf(call(app, 'views.push', { trigger_id: await trigger(app), view }))).toMatchObject({
      code: 'not_found',
    });
    const ann = await opened(app, view);
    for (const _level of [2, 3]) {
      await ann.click({ text: 'More' });
      await call(app, 'views.push', { trigger_id: lastTrigger(app), view });
    }
    await ann.click({ text: 'More' });
    const fourth = call(app, 'views.push', { trigger_id: lastTrigger(app), view });
    expect(await refusalOf(fourth)).toMatchObject({ code: 'push_limit_reached' });
  });

  it('is updated by id, keeps what was entered, and refuses a stale hash', async () => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([reason], { external_id: 'form-1' }));
    ann.fill({ Reason: 'typed' });
    const { id, hash } = ann.view() ?? {};
    await call(app, 'views.update', { view_id: id, hash, view: modal([section('above'), reason]) });
    expect(ann.modal()?.text).toContain('above');
    expect(ann.modal()?.text).toContain('typed');
    const stale = call(app, 'views.update', { view_id: id, hash, view: modal([reason]) });
    expect(await refusalOf(stale)).toMatchObject({ code: 'hash_conflict' });
    const gone = call(app, 'views.update', { view_id: 'V404', view: modal([reason]) });
    expect(await refusalOf(gone)).toMatchObject({ code: 'not_found' });
    const twice = call(app, 'views.open', {
      trigger_id: await trigger(app),
      view: modal([reason], { external_id: 'form-1' }),
    });
    expect(await refusalOf(twice)).toMatchObject({ code: 'duplicate_external_id' });
  });
});

describe('a submission', () => {
  const every = [
    reason,
    {
      ...input(
        { type: 'static_select', action_id: 's', options: options(2), initial_option: option('o1') },
        { label: plain('Pick') },
      ),
      block_id: 'pick',
    },
    {
      ...input({ type: 'datepicker', action_id: 'd' }, { label: plain('Day'), optional: true }),
      block_id: 'day',
    },
    {
      ...input({ type: 'file_input', action_id: 'f' }, { label: plain('Contract'), optional: true }),
      block_id: 'contract',
    },
    { type: 'section', block_id: 'acc', text: plain('x'), accessory: select({ action_id: 'menu' }) },
  ];

  it('carries every input, entered, prefilled or empty', async () => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal(every, { callback_id: 'form', private_metadata: 'secret' }));
    ann.fill({ Reason: 'because', Contract: [ann.upload('a.pdf', 'x')] });
    await ann.submit();
    expect(app.received.at(-1)?.body).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'form',
        private_metadata: 'secret',
        state: {
          values: {
            reason: { text: { type: 'plain_text_input', value: 'because' } },
            pick: { s: { selected_option: { value: 'o1' } } },
            day: { d: { type: 'datepicker', selected_date: null } },
            contract: { f: { files: [{ name: 'a.pdf', url_private: expect.any(String) }] } },
            acc: { menu: { selected_option: null } },
          },
        },
      },
    });
    expect(ann.view()).toBeUndefined();
  });

  it.each([
    ['a required input is empty', {}, 'Reason: This field is required'],
    ['a text is too long', { Reason: words(11) }, 'Reason: At most 10 characters fit'],
  ])('is held back by Slack when %s', async (_what, values, problem) => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([reason]));
    ann.fill(values);
    const before = app.received.length;
    await expect(ann.submit()).rejects.toThrow(problem);
    expect(app.received).toHaveLength(before);
    expect(ann.modal()?.text).toContain(problem);
  });

  it('cannot be made without a modal, nor with a value that its input cannot hold', async () => {
    await using app = await scriptedApp({ clock });
    await expect(app.slack.control.person(ANN).submit()).rejects.toThrow('no modal open');
    const ann = await opened(app, modal([input(select(), { label: plain('Pick') })]));
    expect(() => ann.fill({ Pick: 'o9' })).toThrow('does not take');
    expect(() => ann.fill({ Weight: '1' })).toThrow('no input "Weight" in "Title"; there are: Pick');
  });

  const answers: readonly (readonly [string, JsonObject, string])[] = [
    ['errors', { response_action: 'errors', errors: { reason: 'Too vague' } }, 'Too vague'],
    ['another view', { response_action: 'update', view: modal([section('second page')]) }, 'second page'],
    ['a view on top', { response_action: 'push', view: modal([section('deeper')]) }, 'deeper'],
  ];

  it.each(answers)('may be answered with %s', async (_what, json, shown) => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([reason]));
    ann.fill({ Reason: 'x' });
    app.next({ json });
    await ann.submit();
    expect(ann.modal()?.text).toContain(shown);
    expect(app.slack.control.violations).toEqual([]);
  });

  it('may close everything', async () => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([section()]));
    app.next({ json: { response_action: 'clear' } });
    await ann.submit();
    expect(ann.view()).toBeUndefined();
  });

  const wrong: readonly (readonly [string, JsonObject, string])[] = [
    [
      'errors beside a block that is not there',
      { response_action: 'errors', errors: { nowhere: 'x' } },
      'invalid_errors',
    ],
    [
      'errors beside something that is no input',
      { response_action: 'errors', errors: { title: 'x' } },
      'invalid_errors',
    ],
    ['an unknown action', { response_action: 'dance' }, 'invalid_response_action'],
    ['an invalid view', { response_action: 'update', view: modal([section('')]) }, 'invalid_arguments'],
  ];

  it.each(wrong)('fails visibly when answered with %s', async (_what, json, code) => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([{ ...section(), block_id: 'title' }, reason]));
    ann.fill({ Reason: 'x' });
    app.next({ json });
    await ann.submit();
    expect(ann.modal()?.text).toContain('We had some trouble connecting');
    expect(app.slack.control.violations).toMatchObject([{ where: 'view_submission', code }]);
  });

  it('fails visibly when the app does not answer', async () => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([section()]));
    app.next('silence');
    expect(await ann.submit()).toMatchObject({ acked: false, error: 'operation_timeout' });
    expect(ann.modal()?.text).toContain('We had some trouble connecting');
  });
});

describe('closing', () => {
  it('tells an app that asked to be told', async () => {
    await using app = await scriptedApp({ clock });
    const ann = await opened(app, modal([section()], { notify_on_close: true, callback_id: 'form' }));
    await ann.close();
    expect(app.received.at(-1)?.body).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'form' },
    });
    const quiet = await opened(app, modal([section()]));
    const before = app.received.length;
    await quiet.close({ all: true });
    expect(app.received).toHaveLength(before);
  });
});

describe('a home tab', () => {
  it('is published to one person, who is heard opening it', async () => {
    await using app = await scriptedApp({ clock });
    const ann = app.slack.control.person(ANN);
    ann.openHome();
    await app.slack.control.until(() => app.received.length === 1);
    expect(app.received[0]?.body).toMatchObject({
      type: 'event_callback',
      event: { type: 'app_home_opened', user: ANN, tab: 'home' },
    });
    await call(app, 'views.publish', { user_id: ANN, view: { type: 'home', blocks: [section('inbox')] } });
    expect(ann.home()?.text).toBe('inbox');
    const stale = call(app, 'views.publish', {
      user_id: ANN,
      hash: 'old',
      view: { type: 'home', blocks: [] },
    });
    expect(await refusalOf(stale)).toMatchObject({ code: 'hash_conflict' });
    await expect(ann.command('/ping', GENERAL)).resolves.toMatchObject({ acked: true });
  });
});
