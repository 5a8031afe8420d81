import { describe, expect, it } from 'vitest';
import { renderMrkdwn } from '../../../../simulator/slack/control/mrkdwn.ts';
import { Workspace } from '../../../../simulator/slack/state/workspace.ts';
import { clientOf } from '../support/client.ts';
import { ANN, BEN, GENERAL, someOptions, startSlack } from '../support/workspace.ts';

const rendered = (text: string, reader = BEN) => renderMrkdwn(new Workspace(someOptions()), text, reader);

describe('what a reader sees of mrkdwn', () => {
  it.each([
    ['a *bold* word', 'a bold word'],
    ['_slanted_ and ~gone~', 'slanted and gone'],
    ['`code *stays*`', 'code *stays*'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    [`<@${ANN}> in <#${GENERAL}>`, '@ann in #general'],
    ['<https://a.test|here>', 'here'],
    ['&lt;!channel&gt; &amp;c', '<!channel> &c'],
    ['<!date^1777860000^{date_num} {time}|soon>', '05/04/2026 04:00 AM'],
    ['<!date^then^{date_num}|soon>', 'soon'],
  ])('%s', (source, text) => {
    expect(rendered(source).text).toBe(text);
  });

  it("shows dates in the reader's own zone and language", () => {
    expect(rendered('<!date^1777860000^{date_num} {time}|soon>', ANN).text).toBe('2026/05/04 10:00');
  });

  it('notices pings and links', () => {
    expect(rendered(`<!channel> <@${ANN}>`).pings).toEqual(['@channel', ANN]);
    expect(rendered('&lt;!channel&gt;').pings).toEqual([]);
    expect(rendered('see https://a.test or <https://b.test|b>').links).toEqual([
      'https://a.test',
      'https://b.test',
    ]);
  });
});

describe('waiting', () => {
  it('says in vain for what', async () => {
    await using slack = await startSlack();
    const waiting = slack.control.until(() => false, { timeoutMs: 5, what: 'rain' });
    await expect(waiting).rejects.toThrow('Waited 5 ms in vain for rain');
  });

  it('ends with the change that it waited for', async () => {
    await using slack = await startSlack();
    const ann = slack.control.person(ANN);
    const seen = slack.control.until(() => ann.messages(GENERAL).at(0)?.text);
    await clientOf(slack).chat.postMessage({ channel: GENERAL, text: 'hello' });
    expect(await seen).toBe('hello');
  });
});

describe('a snapshot', () => {
  it('carries the workspace into a later stand-in', async () => {
    await using first = await startSlack();
    const { ts = '' } = await clientOf(first).chat.postMessage({ channel: GENERAL, text: 'before' });
    await using second = await startSlack({ snapshot: JSON.parse(JSON.stringify(first.control.snapshot())) });
    await clientOf(second).chat.update({ channel: GENERAL, ts, text: 'after' });
    expect(second.control.person(ANN).sees()).toContain('after');
  });
});

describe('a manifest that Slack would not take', () => {
  it('stops the stand-in with the reasons', async () => {
    const features = { slash_commands: [{ command: 'ping', description: '' }] };
    const start = startSlack({
      manifest: { features, settings: { socket_mode_enabled: true } },
      appToken: '',
    });
    await expect(start).rejects.toThrow(/"ping" is no command.*description.*scope commands.*app token/);
  });
});
