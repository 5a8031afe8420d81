import type { App } from '../../../app.ts';
import type { Card } from '../../../chat/card.ts';
import { type Inline, inlines, moment, strong, type Text } from '../../../chat/text.ts';
import type { Audience, CardView } from '../../../delivery/view.ts';
import { delegationEnds } from '../../../people/delegation/chat/list.ts';
import { DIGEST_VIEW } from '../../../reminders/sweep/carry-out.ts';
import { STAFF_CHANNEL } from '../../../reminders/sweep/receiver.ts';
import { caseTitle, standsLine } from '../../../services/chat/card/line.ts';
import { handleOf } from '../../../services/chat/handles.ts';
import { type ServiceDigestLine, serviceDigestLines } from '../../../services/record/digest-lines.ts';
import {
  type DigestLine,
  digestDelegations,
  digestLines,
  digestStandings,
  digestTraining,
  digestUrgent,
} from '../../record/digest-lines.ts';

/** What fits without burying the most urgent ones, and how many of them get a button. */
const SHOWN = 15;
const BUTTONS = 5;

/** The morning's digest: whatever of it still waits when it is drawn. */
export const digestView: CardView = {
  name: DIGEST_VIEW,
  draw: async (app, audience, subject) => {
    const [, receiver = ''] = /^digest:(.+):\d{4}-\d{2}-\d{2}$/.exec(subject) ?? [];
    const reader = audience.person?.principalId ?? STAFF_CHANNEL;
    return receiver === reader ? [await digestCard(app, audience, subject)] : null;
  },
};

async function digestCard(
  app: Pick<App, 'database' | 'clock'>,
  audience: Audience,
  subject: string,
): Promise<Card> {
  const { t, person } = audience;
  const [lines, services, providers, delegations, urgent, training] = await Promise.all([
    digestLines(app, subject),
    serviceDigestLines(app, subject),
    digestStandings(app, subject),
    digestDelegations(app, subject),
    digestUrgent(app, subject),
    digestTraining(app, subject),
  ]);
  const now = app.clock.now();
  const found = [lines, services, providers, delegations, urgent, training];
  const count = found.reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return { tone: 'good', title: t('reminders.digest.none') };
  const shown = lines.slice(0, SHOWN);
  const more = lines.length - shown.length;
  const list = [
    ...urgent.map((names) => t('urgent.digest-line', names)),
    ...providers.map((name) => t('reminders.standing.title', { name })),
    ...delegations.map((one) => delegationEnds(audience, one)),
    ...training.map(({ name, what }) => t(`reminders.${what}`, { name })),
    ...shown.map((line) => lineText(audience, line, now)),
    ...services.map((line) => serviceText(audience, line, now)),
    ...(more > 0 ? [t('reminders.digest.more', { count: more })] : []),
  ];
  return {
    tone: [...lines, ...services].some(({ deadlineAt }) => deadlineAt !== null && deadlineAt < now)
      ? 'warning'
      : 'waiting',
    title: t(person ? 'reminders.digest.title' : 'reminders.digest.channel', { count }),
    lead: t(person ? 'reminders.digest.lead' : 'reminders.digest.channel-lead'),
    sections: [{ list }],
    actions: [
      ...shown.map(({ id, revision, stateSeq }) => ({
        ...openLabel(t, id),
        handle: { action: 'report.show', subject: id, revision, stateSeq },
      })),
      ...services.map((line) => ({ ...openLabel(t, line.id), handle: handleOf(line, 'show') })),
    ].slice(0, BUTTONS),
  };
}

const openLabel = (t: Audience['t'], id: string) => ({
  label: t('reminders.digest.open', { id }),
  tone: 'plain' as const,
});

const serviceText = (audience: Audience, line: ServiceDigestLine, now: Date): Text => [
  strong(caseTitle(audience.t, line)),
  ` · ${line.providerName} · `,
  ...inlines(standsLine(audience, line, now)),
];

function lineText({ t }: Audience, line: DigestLine, now: Date): Text {
  const { id, storeName, providerName, state, deadlineAt } = line;
  const due: readonly Inline[] =
    deadlineAt === null
      ? []
      : [` · ${t(deadlineAt < now ? 'cases.late-since' : 'cases.due')} `, moment(deadlineAt)];
  return [strong(id), ` · ${storeName} × ${providerName} · ${t(`reports.state.${state}`)}`, ...due];
}
