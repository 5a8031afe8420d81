import { describe, expect, it } from 'vitest';
import { inline } from '../../../simulator/page/client/panes/discord/text/inline.ts';
import type { Node } from '../../../simulator/page/client/panes/discord/text/nodes.ts';
import { passages } from '../../../simulator/page/client/panes/discord/text/passages.ts';

/** What was read, with a tag for each mark. */
const read = (nodes: readonly Node[]): string => nodes.map(readOne).join('');

function readOne(node: Node): string {
  if (node.kind === 'text') return node.text;
  if ('children' in node) return `<${node.kind}>${read(node.children)}</>`;
  if ('text' in node) return `<${node.kind}>${node.text}</>`;
  return `<${node.kind} ${'id' in node ? node.id : 'name' in node ? node.name : node.seconds}>`;
}

describe('Discord’s Markdown', () => {
  it.each([
    ['**Due:** soon', '<bold>Due:</> soon'],
    ['*a* _b_ __c__ ~~d~~ ||e||', '<italic>a</> <italic>b</> <underline>c</> <strike>d</> <spoiler>e</>'],
    ['**a *b* c**', '<bold>a <italic>b</> c</>'],
    ['snake_case_name stays, 2 * 3 * 4 too', 'snake_case_name stays, 2 * 3 * 4 too'],
    [String.raw`\*not bold\* \<@1\> \_x\_`, '*not bold* <@1> _x_'],
    [String.raw`**bold with \*\* in it**`, '<bold>bold with ** in it</>'],
    ['`**code**`', '<code>**code**</>'],
    ['<@12> <@!13> <@&14> <#15>', '<user 12> <user 13> <role 14> <channel 15>'],
    ['@everyone and @here, @hereabouts not', '<broadcast everyone> and <broadcast here>, @hereabouts not'],
    ['<t:1778212800:R>', '<time 1778212800>'],
    ['[words](<https://a.example/b_c>)', '<link>words</>'],
    ['see https://a.example/b_c.', 'see <link>https://a.example/b_c</>.'],
    ['[words](javascript:alert(1))', '[words](javascript:alert(1))'],
    ['**never closed', '**never closed'],
  ])('%s', (source, expected) => {
    expect(read(inline(source))).toBe(expected);
  });

  it('reads passages: headings, small print, quotations, lists and code', () => {
    const source =
      '# One\n### Three\n-# small\n> quoted\n> - item\nplain\nlines\n- a\n- b\n3. c\n```ts\n**x**\n```\nend';
    expect(passages(source).map(({ kind }) => kind)).toEqual([
      'heading',
      'heading',
      'small',
      'quote',
      'lines',
      'list',
      'list',
      'pre',
      'lines',
    ]);
  });

  it('keeps neighbours of one kind together', () => {
    expect(passages('a\n\nb')).toMatchObject([{ kind: 'lines', lines: [{}, [], {}] }]);
    expect(passages('> a\n> b')).toMatchObject([{ kind: 'quote', passages: [{ lines: [{}, {}] }] }]);
    expect(passages('2. a\n3. b')).toMatchObject([{ kind: 'list', ordered: true, start: 2 }]);
  });
});
