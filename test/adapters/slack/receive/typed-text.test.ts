import { describe, expect, it } from 'vitest';
import { asTyped } from '../../../../adapters/slack/receive/typed-text.ts';

describe('typed text as Slack hands it over', () => {
  it.each([
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['&amp;lt;', '&lt;'],
    ['see <https://example.com|example.com>', 'see example.com'],
    ['see <https://example.com>', 'see https://example.com'],
    ['ask <@U123|lin>', 'ask @lin'],
    ['ask <@U123>', 'ask @U123'],
    ['in <#C123|staff>', 'in #staff'],
    ['<!channel> <!subteam^S1|@reviewers>', '@channel @reviewers'],
    ['*bold* _x_ :smile:', '*bold* _x_ :smile:'],
  ])('%s reads %s', (handedOver, typed) => {
    expect(asTyped(handedOver)).toBe(typed);
  });
});
