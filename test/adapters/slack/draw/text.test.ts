import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typed } from '../../../../adapters/shared/text/direction.ts';
import { pieces, shorten } from '../../../../adapters/shared/text/fit.ts';
import { richElements } from '../../../../adapters/slack/draw/text/rich-text.ts';
import { typedInMrkdwn } from '../../../../adapters/slack/draw/text/typed.ts';
import { renderMrkdwn } from '../../../../simulator/slack/control/mrkdwn.ts';
import { day, moment, strong } from '../../../../src/chat/text.ts';
import { slackWorkspace } from '../../../contract/slack-eyes.ts';
import { TYPED } from '../../../contract/typed-by-anybody.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('shortened text', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['a little too long', 10, 'a little …'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 13, '👩‍👩‍👧‍👦…'],
    ['👩‍👩‍👧‍👦 alone', 5, '👩\u200d…'],
    ['thumbs 👍🏽👍🏽', 11, 'thumbs …'],
    ['e\u0301e\u0301e\u0301', 5, 'e\u0301e\u0301…'],
  ])('%s in %i characters is %s', (text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });

  it('fits and is a beginning, whatever it is', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(LONE_SURROGATE);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('in pieces is still the whole text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, max) => {
        const parts = pieces(text, max);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part).not.toMatch(LONE_SURROGATE);
        }
      }),
    );
  });
});

describe('typed text in a notification', () => {
  const asLooked = (text: string) =>
    text
      .replace(/[\u2060\u2068\u2069]/g, '')
      .replaceAll('∗', '*')
      .replaceAll('ˍ', '_')
      .replaceAll('∼', '~')
      .replaceAll('ˋ', '`')
      .replaceAll('∶', ':');

  it.each(Object.entries(TYPED))('%s looks as typed and does nothing', (_what, text) => {
    const seen = renderMrkdwn(slackWorkspace, typedInMrkdwn(text), 'U000LIN');
    expect(seen).toMatchObject({ pings: [], links: [] });
    expect(asLooked(seen.text)).toBe(text);
  });

  it('never contains anything that Slack takes for an instruction', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&!@#*_~`:|^/.ah ') }), (text) => {
        const seen = renderMrkdwn(slackWorkspace, typedInMrkdwn(text), 'U000LIN');
        expect(seen).toMatchObject({ pings: [], links: [] });
        expect(asLooked(seen.text)).toBe(text);
      }),
    );
  });
});

describe('typed text with directions', () => {
  it('that runs right to left keeps to itself', () => {
    expect(typed('שלום 12')).toBe('\u2068שלום 12\u2069');
  });

  it('cannot turn around the words of the bot', () => {
    expect(typed('exe.\u202Efdp\u2069')).toBe('exe.fdp');
  });
});

describe('structured text', () => {
  it('shows an instant in its reader’s zone, with a fallback', () => {
    expect(richElements([moment(new Date('2026-05-06T02:00:59Z'))], 'en')).toEqual([
      {
        type: 'date',
        timestamp: 1_778_032_859,
        format: '{date_short_pretty} {time}',
        fallback: '2026-05-06 02:00 UTC',
      },
    ]);
  });

  it.each([
    ['en', '2026-05-06', 'May 6, 2026'],
    ['zh', '2026-05-06', '2026年5月6日'],
    ['en', 'soon', 'soon'],
  ] as const)('in %s the day %s reads %s', (locale, date, expected) => {
    expect(richElements([day(date)], locale)).toEqual([{ type: 'text', text: expected }]);
  });

  it('links only where a browser goes by itself', () => {
    expect(richElements([{ link: 'https://example.com/a', label: 'contract' }], 'en')).toEqual([
      { type: 'link', url: 'https://example.com/a', text: 'contract' },
    ]);
    expect(richElements([{ link: 'javascript:alert(1)', label: 'contract' }], 'en')).toEqual([
      { type: 'text', text: 'contract (javascript:alert(1))' },
    ]);
  });

  it('is bold where it is strong', () => {
    expect(richElements([strong('*x*')], 'en')).toEqual([
      { type: 'text', text: '*x*', style: { bold: true } },
    ]);
  });
});
