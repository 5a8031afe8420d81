import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../../src/ratings/cli/run.ts';
import { FULL } from '../evidence.ts';

async function asked(args: readonly string[], input: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await runRules(args, { stdin: Readable.from([input]), stdout, stderr });
  stdout.end();
  stderr.end();
  const lines = (await text(stdout)).split('\n').slice(0, -1);
  return { status, stderr: await text(stderr), answers: lines.map((line): unknown => JSON.parse(line)) };
}

const lines = (...all: readonly unknown[]): string => all.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('the rule simulator', () => {
  it.each<[string, unknown, unknown]>([
    ['business-time', { start: '2026-02-13T17:00', minutes: 540 }, { due: '2026-02-14T17:00' }],
    ['business-time', { start: '2026-02-15T12:00', minutes: 540 }, { due: '2026-02-24T18:00' }],
    ['business-time', { start: '2026-09-30T09:00', minutes: 1620 }, { due: '2026-10-09T18:00' }],
    ['business-minutes', { from: '2026-02-13T17:00', to: '2026-02-24T10:00' }, { minutes: 660 }],
    ['period', { start: '2026-03-01', months: 12 }, { end: '2027-02-28' }],
    [
      'rate',
      FULL,
      {
        dimensions: { D1: 78.07, D2: 54.99, D3: 67.5, D4: 61.65, D5: 92.39, D6: 72.5, D7: 76.25 },
        evidenced: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'],
        coverage: 100,
        combined: 71.767,
        deductions: 3,
        score: 68.77,
        published: 66.49,
      },
    ],
    [
      'rate',
      { surveys: [[{ quartersAgo: 0, mean: 5 }]] },
      {
        dimensions: { D1: null, D2: null, D3: null, D4: null, D5: null, D6: null, D7: null },
        evidenced: [],
        coverage: 0,
        combined: null,
        deductions: 0,
        score: null,
        published: null,
      },
    ],
    [
      'level',
      { current: '3', score: 66.49, gates: '11111', atRisk: false, buffer: 0, qualifyingCycles: 0 },
      { level: '4', movement: 'PROMOTE' },
    ],
    [
      'match',
      { category: 1, scope: 1, market: 1, band: 1, published: 66.49, availability: 0.5, response: 0.9 },
      { match: 0.7569 },
    ],
    ['wilson', { met: 34, measured: 36 }, { lower: 0.8734 }],
  ])('answers %s %j', async (kind, line, answer) => {
    expect(await asked([kind], lines(line))).toEqual({ status: 0, stderr: '', answers: [answer] });
  });

  it('answers every line, and says at the end that one was wrong', async () => {
    const input = `{"met":1,"measured":2}\nnot json\r\n\n{"met":3,"measured":2}\n{"met":2,"measured":2}`;
    const { status, answers } = await asked(['wilson'], input);
    expect(status).toBe(1);
    expect(answers).toEqual([
      { lower: expect.any(Number) },
      { error: 'not a line of JSON', path: '' },
      { error: 'cannot be more than measured', path: 'met' },
      { lower: expect.any(Number) },
    ]);
  });

  const store = FULL.experience[0];
  it.each<[string, unknown, string]>([
    ['rate', { surveys: [[{ quartersAgo: 0, mean: 5.1 }]] }, 'surveys.0.0.mean'],
    [
      'rate',
      {
        surveys: [
          [
            { quartersAgo: 0, mean: 5 },
            { quartersAgo: 0, mean: 4 },
          ],
        ],
      },
      'surveys.0',
    ],
    ['rate', { experience: [{ ...store, dsr: [4.8, 4.8] }] }, 'experience.0.dsr'],
    ['rate', { experience: [{ ...store, onTime: 1_801 }] }, 'experience.0.onTime'],
    ['rate', { scale: { below: 20, equal: 1, group: 20, storeMonths: 9 } }, 'scale.below'],
    ['rate', { checks: { met: -1, measured: 2 } }, 'checks.met'],
    ['rate', { deductions: { ...FULL.deductions, incidents: ['S4'] } }, 'deductions.incidents.0'],
    ['rate', { survey: [] }, 'survey'],
    ['rate', [], ''],
    [
      'level',
      { current: '7', score: 1, gates: '11111', atRisk: false, buffer: 0, qualifyingCycles: 0 },
      'current',
    ],
    [
      'level',
      { current: '3', score: 1, gates: '1111', atRisk: false, buffer: 0, qualifyingCycles: 0 },
      'gates',
    ],
    ['match', { category: 2, scope: 1, market: 1, band: 1, availability: 1, response: 1 }, 'category'],
    ['period', { start: '2026-02-30', months: 12 }, 'start'],
    ['period', { start: '2026-02-28', months: 1.5 }, 'months'],
    ['business-time', { start: '2026-02-30T10:00', minutes: 1 }, 'start'],
    ['business-time', { start: '2026-02-27 10:00', minutes: 1 }, 'start'],
    ['business-time', { start: '2026-02-27T10:00', minutes: 1e15 }, 'minutes'],
  ])('names what is wrong in %s %j: %s', async (kind, line, path) => {
    const { status, answers } = await asked([kind], lines(line));
    expect([status, answers]).toEqual([1, [{ error: expect.any(String), path }]]);
  });

  it.each([[[]], [['ratings']], [['rate', 'level']], [['toString']]])('knows no rule %j', async (args) => {
    const { status, stderr, answers } = await asked(args, '{}\n');
    expect([status, answers]).toEqual([2, []]);
    expect(stderr).toContain('business-time | business-minutes | period | rate | level | match | wilson');
  });
});
