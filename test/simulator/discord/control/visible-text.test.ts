import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../simulator/discord/control/markdown.ts';
import { Servers } from '../../../../simulator/discord/state/servers.ts';
import { ANN, BEN, GENERAL, STAFF_ROLE, someOptions } from '../support/guild.ts';

const render = (source: string, user = ANN) =>
  renderMarkdown({ servers: new Servers(someOptions()), user }, source);

describe('a text as its reader sees it', () => {
  it.each([
    ['**bold** *slanted* _too_ __under__ ~~gone~~ ||hidden||', 'bold slanted too under gone hidden'],
    ['***both***', 'both'],
    ['# Title\n## Smaller\n-# small\n> quoted', 'Title\nSmaller\nsmall\nquoted'],
    ['\\*not slanted\\* \\# not a title', '*not slanted* # not a title'],
    ['`**kept**` and ```js\n**too**```', '**kept** and **too**'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    [`<@${BEN}> in <#${GENERAL}> of <@&${STAFF_ROLE}>`, '@ben in #general of @staff'],
    [`<@!${ANN}> wrote <:party:123> and </case show:456>`, '@Ann wrote :party: and /case show'],
    ['[words](https://example.com/a) <https://example.com/b>', 'words https://example.com/b'],
    ['<@nobody> < <b> a<b', '<@nobody> < <b> a<b'],
  ])('%s', (source, text) => {
    expect(render(source).text).toBe(text);
  });

  it.each([
    ['t', ANN, '10:00'],
    ['D', ANN, '2026年5月6日'],
    ['D', BEN, 'May 6, 2026'],
    ['t', BEN, '4:00 AM'],
  ])('has times in their zone and language: style %s for %s', (style, user, text) => {
    expect(render(`<t:${Date.UTC(2026, 4, 6, 2) / 1_000}:${style}>`, user).text).toBe(text);
  });

  it.each([
    [3 * 3_600, 'in 3 hours'],
    [-2 * 86_400, '2 days ago'],
  ])('counts how far away a time is: %d seconds', (seconds, text) => {
    expect(render(`<t:${Date.UTC(2026, 4, 6, 2) / 1_000 + seconds}:R>`, BEN).text).toBe(text);
  });

  it('names whom it mentions and where it leads', () => {
    const { mentions, links } = render(
      `@everyone <@${BEN}> https://a.example [b](https://b.example) \`@here\``,
    );
    expect(mentions).toEqual(['@everyone', BEN]);
    expect(links).toEqual(['https://a.example', 'https://b.example']);
  });
});
