import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/chat/conversation.ts';
import { MESSAGES } from '../../src/chat/messages/resources.ts';
import type { Translate } from '../../src/chat/messages/translate.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import { diagnosisChart } from '../../src/pictures/charts/diagnosis.ts';
import { dimensionChart } from '../../src/pictures/charts/dimensions.ts';
import { exposureChart } from '../../src/pictures/charts/exposure.ts';
import { workflowFunnel } from '../../src/pictures/charts/funnel.ts';
import { ratingTrend } from '../../src/pictures/charts/rating-trend.ts';
import { COLOURS, LEVEL_COLOURS } from '../../src/pictures/look.ts';
import { paint } from '../../src/pictures/paint.ts';
import { type Chart, picture } from '../../src/pictures/picture.ts';
import { charactersIn } from './glyphs.ts';
import { DIAGNOSIS, DIMENSIONS, EXPOSURE, FUNNEL, TREND } from './samples.ts';

const translators = createTranslators();
const CHARTS: Readonly<Record<string, (t: Translate) => Chart>> = {
  'rating trend': (t) => ratingTrend(t, TREND),
  dimensions: (t) => dimensionChart(t, DIMENSIONS),
  funnel: (t) => workflowFunnel(t, FUNNEL),
  diagnosis: (t) => diagnosisChart(t, DIAGNOSIS),
  exposure: (t) => exposureChart(t, EXPOSURE),
};
const EVERY = Object.keys(CHARTS).flatMap((name) => LOCALES.map((locale) => ({ name, locale })));

function chartOf({ name, locale }: { readonly name: string; readonly locale: Locale }): Chart {
  const draw = CHARTS[name];
  if (!draw) throw new Error(`no chart ${name}`);
  return draw(translators[locale]);
}

/** Width and height stand in the header of every PNG. https://www.w3.org/TR/png-3/#11IHDR */
const sizeOf = (png: Uint8Array) => {
  const header = Buffer.from(png);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
};

describe('pictures', () => {
  it.each(EVERY)('$name in $locale is drawn to the pixel as it was looked at', async (which) => {
    const { png } = await picture(chartOf(which));
    const hash = createHash('sha256').update(png).digest('hex').slice(0, 16);
    expect({ ...sizeOf(png), hash }).toMatchSnapshot();
  });

  it('are the same bytes every time', async () => {
    const chart = chartOf({ name: 'funnel', locale: 'zh' });
    expect((await picture(chart)).png).toEqual((await picture(chart)).png);
  });

  it('that cannot be painted say so, and keep no other from being painted', async () => {
    const spec = { data: { values: [] }, mark: 'bar', transform: [{ calculate: '1 +', as: 'x' }] } as const;
    await expect(paint({ ...spec, transform: [...spec.transform] })).rejects.toThrow('could not be painted');
    expect((await picture(chartOf({ name: 'funnel', locale: 'en' }))).png.length).toBeGreaterThan(10_000);
  });

  it('take less than 300 ms of the processor once the first is drawn', async () => {
    const charts = EVERY.map(chartOf);
    for (const chart of charts) await picture(chart);
    const before = process.cpuUsage();
    for (const chart of charts) await picture(chart);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000 / charts.length).toBeLessThan(300);
  });

  it.each(['400', '700'])('have a glyph of weight %s for everything that they say', (weight) => {
    const font = readFileSync(
      new URL(`../../src/pictures/fonts/noto-sans-sc-${weight}.ttf`, import.meta.url),
    );
    const drawable = charactersIn(font);
    const said = LOCALES.flatMap((locale) =>
      Object.entries(MESSAGES[locale]).flatMap(([key, text]) =>
        key.startsWith('pictures.') ? [...text] : [],
      ),
    );
    const missing = [...new Set(said)].filter((character) => !drawable.has(character));
    expect(missing, 'run node scripts/picture-fonts.ts').toEqual([]);
    expect(drawable.has('\u4e42')).toBe(false);
  });

  it('keep every text readable on what it stands on', () => {
    const grounds = [COLOURS.card, COLOURS.track, ...LEVEL_COLOURS];
    for (const ground of grounds) expect(contrast(COLOURS.text, ground)).toBeGreaterThan(4.5);
    for (const ground of [COLOURS.card, COLOURS.track, LEVEL_COLOURS[0]])
      expect(contrast(COLOURS.quiet, ground)).toBeGreaterThan(4.5);
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the words of a picture', () => {
  it.each([
    [
      'rating trend',
      'en',
      'Rating by quarter: 2025 Q3 58.20, 3★; 2025 Q4 not rated; 2026 Q1 64.20, 3★; 2026 Q2 66.49, 4★.',
    ],
    [
      'rating trend',
      'zh',
      '各季度评分：2025 Q3 58.20 分（三星）；2025 Q4 未评级；2026 Q1 64.20 分（三星）；2026 Q2 66.49 分（四星）。',
    ],
    [
      'dimensions',
      'en',
      'Dimensions of the rating, 2026 Q2: Merchant satisfaction 78.07, weight 25%; Growth against peers 54.99, weight 15%; Scale no evidence, weight 10%; Consumer experience 61.65, weight 20%; Standards met 92.39, weight 15%; Renewal no evidence, weight 10%; Capability 0.00, weight 5%.',
    ],
    [
      'diagnosis',
      'en',
      'What the net turnover is made of: Visitors 60,000, median 50,000; Conversion 1.80%, weak against the median 2.50%; Spend per buyer 320.00 CNY, median 300.00; Kept after refunds 88.0%, median 90.0%.',
    ],
    [
      'funnel',
      'en',
      'How far requests came in the last 12 weeks: Requested 148; Filled in 117, median 4.3 days after the step before; Confirmed 98, median 2.0 days after the step before; Approved 0.',
    ],
    [
      'funnel',
      'zh',
      '报备进展（近 12 周）：已申请 148 份；已填写 117 份，与上一步间隔的中位数 4.3 天；店铺已确认 98 份，与上一步间隔的中位数 2.0 天；审核通过 0 份。',
    ],
  ] as const)('%s in %s says what it shows', (name, locale, alt) => {
    expect(chartOf({ name, locale }).alt).toBe(alt);
  });

  it('tell a missing dimension from one of no points', () => {
    const shown = JSON.stringify(chartOf({ name: 'dimensions', locale: 'en' }).spec);
    expect(shown).toContain('"weight":"10%","score":0,"shown":"no evidence"');
    expect(shown).toContain('"weight":"5%","score":0,"shown":"0.00"');
  });
});
