import type { Card } from '../../../chat/card.ts';
import type { Command, Reader } from '../../../chat/conversation.ts';
import type { CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { exposureChart } from '../../../pictures/charts/exposure.ts';
import { picture } from '../../../pictures/picture.ts';
import { type LevelShare, type Month, monthCalled, monthOf, sharesOf } from '../../record/read/shares.ts';
import { EXPOSURE_VIEW, monthNamed } from '../../reminders/monthly-report.ts';

const MONTHS = ['this', 'last'] as const;

/** `/opportunity report [month]`: how often each level stood on a slate, and how often it won (domain-rules §9.1). */
export const opportunityReport: Command = {
  area: 'opportunity',
  verb: 'report',
  options: [{ name: 'month', kind: 'choice', required: false, choices: MONTHS }],
  who: 'opportunity.report',
  effect: 'read',
  run: async (talk, { month }) => {
    const asked = monthOf(talk.app.clock.now(), month === 'last' ? 1 : 0);
    return { kind: 'card', card: await reportCard(talk, asked, await sharesOf(talk.app, asked)) };
  },
};

/** The same without being asked, at the beginning of the next month: for leads alone. */
export const exposureView: CardView = {
  name: EXPOSURE_VIEW,
  draw: async (app, audience, subject) => {
    const { person } = audience;
    if (!person || !permitted('opportunity.report', person).allowed) return null;
    const month = monthCalled(monthNamed(subject));
    return [await reportCard(audience, month, await sharesOf(app, month))];
  },
};

async function reportCard(
  { t }: Pick<Reader, 't'>,
  { name }: Month,
  shares: readonly LevelShare[],
): Promise<Card> {
  const title = t('opportunities.report.title', { month: name });
  if (shares.length === 0) return { tone: 'neutral', title, lead: t('opportunities.report.none') };
  const total = (of: 'places' | 'interested' | 'won') => shares.reduce((sum, share) => sum + share[of], 0);
  const [places, won] = [total('places'), total('won')];
  return {
    tone: 'neutral',
    title,
    lead: t('opportunities.report.lead', { places, interested: total('interested'), won }),
    sections: [
      {
        list: shares.map((share) =>
          t('opportunities.report.line', {
            level: t(`ratings.level.${share.level}`),
            places: share.places,
            exposure: shareOf(share.places, places),
            interested: share.interested,
            won: share.won,
            wins: shareOf(share.won, won),
          }),
        ),
      },
    ],
    image: await picture(exposureChart(t, { month: name, levels: shares })),
    footer: t('opportunities.report.footer'),
  };
}

const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
