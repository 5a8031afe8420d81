import { describe, expect, it } from 'vitest';
import type { IssuedCard } from '../../src/chat/card.ts';
import { LOCALES, type Locale } from '../../src/chat/conversation.ts';
import type { FormPage } from '../../src/chat/form.ts';
import { EXTREME_CARDS, SAMPLE_CARDS } from './sample-cards.ts';
import { EXTREME_FORMS, SAMPLE_FORMS } from './sample-forms.ts';
import { TYPED } from './typed-by-anybody.ts';

/** What a reader has on the screen, and what in it would do something by itself. */
export interface Seen {
  readonly text: string;
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

/** How one platform draws, and how its stand-in looks at the drawing. */
export interface DrawingAdapter<DrawnCard, DrawnForm> {
  readonly name: string;
  card(card: IssuedCard, locale: Locale): DrawnCard;
  form(page: FormPage<string>, locale: Locale): DrawnForm;
  /** Why the platform would refuse it; empty when it would not. */
  cardProblems(drawn: DrawnCard): readonly string[];
  formProblems(drawn: DrawnForm): readonly string[];
  see(drawn: DrawnCard): Seen;
  /** What of a drawn card goes into the golden file, where that is not the drawing itself. */
  golden?(drawn: DrawnCard): unknown;
}

type Samples<T> = Readonly<Record<string, (locale: Locale) => T>>;

const cases = <T>(samples: Samples<T>) =>
  Object.entries(samples).flatMap(([name, sample]) =>
    LOCALES.map((locale) => [name, locale, sample] as const),
  );

/** What every adapter must pass: nothing is refused, nothing typed acts, and every change of a drawing is seen. */
export function describeDrawings<Card, Form>(adapter: DrawingAdapter<Card, Form>): void {
  const golden = (name: string, locale: Locale) =>
    `golden/${adapter.name}/${name.replaceAll(' ', '-')}.${locale}.json`;

  describe(`cards on ${adapter.name}`, () => {
    it.each(cases(SAMPLE_CARDS))('%s (%s) is drawn as agreed', async (name, locale, sample) => {
      const drawn = adapter.card(sample(locale), locale);
      expect(adapter.cardProblems(drawn)).toEqual([]);
      await expect(json(adapter.golden?.(drawn) ?? drawn)).toMatchFileSnapshot(golden(name, locale));
    });

    it.each(cases(EXTREME_CARDS))('%s (%s) is taken by the platform', (_name, locale, sample) => {
      expect(adapter.cardProblems(adapter.card(sample(locale), locale))).toEqual([]);
    });

    it.each(Object.entries(TYPED))('typed %s is shown as typed and does nothing', (_what, text) => {
      const card: IssuedCard = {
        tone: 'neutral',
        title: 'Title',
        lead: text,
        facts: [{ label: 'Fact', value: text }],
        sections: [{ title: text, body: text, list: [text] }],
        footer: text,
      };
      const seen = adapter.see(adapter.card(card, 'en'));
      expect(seen.text.split(text)).toHaveLength(7);
      expect(seen).toMatchObject({ pings: [], links: [] });
    });
  });

  describe(`forms on ${adapter.name}`, () => {
    it.each(cases(SAMPLE_FORMS))('%s (%s) is drawn as agreed', async (name, locale, sample) => {
      const drawn = adapter.form(sample(locale), locale);
      expect(adapter.formProblems(drawn)).toEqual([]);
      await expect(json(drawn)).toMatchFileSnapshot(golden(name, locale));
    });

    it.each(cases(EXTREME_FORMS))('%s (%s) is taken by the platform', (_name, locale, sample) => {
      expect(adapter.formProblems(adapter.form(sample(locale), locale))).toEqual([]);
    });
  });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
