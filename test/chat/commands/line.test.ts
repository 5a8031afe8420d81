import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCall, parseLine } from '../../../src/chat/commands/line.ts';
import { createRegistry } from '../../../src/chat/commands/registry.ts';
import { isRefused } from '../../../src/result.ts';
import { vocabulary } from './vocabulary.ts';

const registry = createRegistry([vocabulary]);

const REPORT = 'CR-2026-000123';

function read(area: string, line: string): unknown {
  const call = parseLine(registry, area, line);
  return isRefused(call) ? { refused: call.refused, ...call.data } : call.ok.options;
}

describe('a typed line', () => {
  it.each([
    ['show CR-2026-000123', { report: REPORT }],
    ['  SHOW   cr-2026-000123 ', { report: REPORT }],
    ['show　ＣＲ－２０２６－０００１２３', { report: REPORT }],
    ['show "CR-2026-000123"', { report: REPORT }],
    ['show “CR-2026-000123”', { report: REPORT }],
    ['show report:CR-2026-000123', { report: REPORT }],
    ['show report：CR-2026-000123', { report: REPORT }],
    ['list', {}],
    ['list active', { state: 'ACTIVE' }],
    ['list provider:"Bridge Commerce" draft', { state: 'DRAFT', provider: 'Bridge Commerce' }],
    ['list provider:“Bridge Commerce”', { provider: 'Bridge Commerce' }],
    ["list ACTIVE O'Brien", { state: 'ACTIVE', provider: "O'Brien" }],
    ["list ACTIVE 'Bridge Commerce'", { state: 'ACTIVE', provider: 'Bridge Commerce' }],
    ['list ACTIVE "never closed', { state: 'ACTIVE', provider: 'never closed' }],
    [
      'return CR-2026-000123 the fee is “too high”: see 4.2',
      { report: REPORT, reason: 'the fee is “too high”: see 4.2' },
    ],
    ['return CR-2026-000123 reason:the fee', { report: REPORT, reason: 'the fee' }],
    ['return CR-2026-000123 reason：合同 不符', { report: REPORT, reason: '合同 不符' }],
    ['return CR-2026-000123 https://example.com/a', { report: REPORT, reason: 'https://example.com/a' }],
  ])('%s', (line, options) => {
    expect(read('report', line)).toEqual(options);
  });

  it('of an area without verbs is all options', () => {
    expect(read('link', 'AB CD')).toEqual({ code: 'AB CD' });
    expect(read('inbox', '')).toEqual({});
  });

  it.each([
    ['raport', '', { refused: 'commands.unknown-area-but', meant: '/report' }],
    ['weather', '', { refused: 'commands.unknown-area' }],
    ['report', '', { refused: 'commands.verb-missing', verbs: ['show', 'return', 'list'] }],
    ['report', 'shwo CR-1', { refused: 'commands.unknown-verb-but', meant: '/report show' }],
    ['report', 'retrun', { refused: 'commands.unknown-verb-but', meant: '/report return' }],
    ['report', 'explode', { refused: 'commands.unknown-verb', verbs: ['show', 'return', 'list'] }],
    [
      'report',
      'show',
      { refused: 'commands.option-missing', option: 'report', example: `/report show ${REPORT}` },
    ],
    ['report', `show ${REPORT} now`, { refused: 'commands.too-many-words', word: 'now' }],
    ['report', 'list actve', { refused: 'commands.not-a-choice-but', meant: 'ACTIVE' }],
    ['report', 'list everything', { refused: 'commands.not-a-choice', choices: ['ACTIVE', 'DRAFT'] }],
    ['link', '   ', { refused: 'commands.option-missing', option: 'code' }],
  ])('/%s %s is refused with what was probably meant', (area, line, refusal) => {
    expect(read(area, line)).toMatchObject(refusal);
  });

  it('never throws, whatever is typed, and keeps the rest of the line as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        read('report', typed);
        const rest = `x${typed.replaceAll(/\s/g, ' ')}x`.replaceAll(/["'“”„‟＂「」『』«»‘’‚‛＇:：]/g, '');
        expect(read('report', `return ${REPORT} ${rest} .`)).toEqual({ report: REPORT, reason: `${rest} .` });
      }),
    );
  });
});

describe('a command that the platform took apart', () => {
  it('that is no more is answered with the nearest one that there is', () => {
    const old = parseCall(registry, { area: 'report', verb: 'shwo' }, {});
    expect(old).toMatchObject({ refused: 'commands.unknown-verb-but', data: { meant: '/report show' } });
  });

  it('is checked alike', () => {
    const call = parseCall(registry, { area: 'report', verb: 'show' }, { report: ' cr-2026-000123 ' });
    expect(call).toMatchObject({ ok: { options: { report: REPORT } } });
    expect(parseCall(registry, { area: 'report', verb: 'show' }, {})).toMatchObject({
      refused: 'commands.option-missing',
    });
  });
});

describe('the registry', () => {
  it('refuses two domains that claim one command', () => {
    expect(() => createRegistry([vocabulary, vocabulary])).toThrow('/report show');
  });
});
