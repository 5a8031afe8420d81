import type { Card, Fact } from '../../../chat/card.ts';
import { day, type Text } from '../../../chat/text.ts';
import { workflowFunnel } from '../../../pictures/charts/funnel.ts';
import { picture } from '../../../pictures/picture.ts';
import type { Digest } from '../digest.ts';
import type { Happened } from '../numbers/happened.ts';
import { openSection, returnSections, timeSection, type Words } from './digest-sections.ts';

/** The digest with the picture of its funnel; without one where nothing was requested in its twelve weeks. */
export async function drawDigest(words: Words, digest: Digest, now: Date): Promise<Card> {
  const card = digestCard(words, digest, now);
  const { funnel } = digest;
  if (funnel.lines.every(({ count }) => count === 0)) return card;
  return { ...card, image: await picture(workflowFunnel(words.t, funnel)) };
}

function digestCard({ t }: Words, digest: Digest, now: Date): Card {
  const { week, happened, open, undelivered } = digest;
  const troubled = undelivered > 0 || open.some(({ late }) => late > 0);
  const [year = '', number = ''] = week.name.split('-W');
  return {
    tone: troubled ? 'warning' : 'neutral',
    title: t('digest.title', { year, week: Number(number) }),
    lead: leadOf({ t }, { week, happened }, now),
    facts: [
      ...happenedFacts({ t }, happened),
      { label: t('digest.fact.undelivered'), value: String(undelivered) },
    ],
    sections: [
      openSection({ t }, open),
      timeSection({ t }, digest.ownTime),
      ...returnSections({ t }, digest.returnReasons),
    ],
    footer: t('digest.footer'),
  };
}

function leadOf({ t }: Words, { week, happened }: Pick<Digest, 'week' | 'happened'>, now: Date): Text {
  const nothing = Object.values(happened).every((count) => count === 0);
  return [
    day(week.firstDay),
    ' – ',
    day(week.lastDay),
    ...(now < week.until ? [t('digest.so-far')] : []),
    ...(nothing ? [` · ${t('digest.quiet')}`] : []),
  ];
}

/** The way of a case is always told, its ends only where there were any. */
function happenedFacts({ t }: Words, happened: Happened): readonly Fact[] {
  const fact = (name: 'requested' | 'approved' | 'lapsed' | 'rejected' | 'declined' | 'withdrawn'): Fact => ({
    label: t(`digest.fact.${name}`),
    value: String(happened[name]),
  });
  const { returnedByStore: store, returnedByStaff: staff } = happened;
  const returned = t('digest.returned-by', { total: store + staff, store, staff });
  return [
    fact('requested'),
    fact('approved'),
    { label: t('digest.fact.returned'), value: store + staff === 0 ? '0' : returned },
    fact('lapsed'),
    ...(['rejected', 'declined', 'withdrawn'] as const).filter((name) => happened[name] > 0).map(fact),
  ];
}
