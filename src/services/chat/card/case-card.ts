import type { App } from '../../../app.ts';
import type { Card } from '../../../chat/card.ts';
import type { Audience } from '../../../delivery/view.ts';
import { quietButtons } from '../../../reports/chat/reminders/quiet-buttons.ts';
import { applicationShown } from '../../application/chat/shown.ts';
import { consultationShown } from '../../consultation/chat/shown.ts';
import { loanShown } from '../../loan/chat/shown.ts';
import type { ServiceCase } from '../../record/case.ts';
import { lastStep } from '../../record/history.ts';
import { handleOf } from '../handles.ts';
import { caseButtons } from './buttons.ts';
import { caseTitle, standsLine, toneOf } from './line.ts';
import { reminderFor, reminderSection } from './reminders.ts';
import { fact, type Showing, type Shown } from './shown.ts';

/** A case as one person sees it, or the staff channel. */
export async function caseCard(
  app: Pick<App, 'database' | 'clock'>,
  audience: Audience,
  found: ServiceCase,
): Promise<Card> {
  const { t, person } = audience;
  const now = app.clock.now();
  const showing: Showing = { ...audience, inChannel: person === null, last: await lastStep(app, found.id) };
  const { facts, sections: own, footer } = shownOf(showing, found);
  const reminder = await reminderFor(app, audience, found);
  const sections = [...own, ...reminderSection(audience, reminder, now)];
  return {
    tone: toneOf(found, now),
    title: caseTitle(t, found),
    lead: standsLine(audience, found, now),
    facts: [
      fact(t, 'provider', found.provider.name),
      ...(found.assigneeName === null ? [] : [fact(t, 'assignee', found.assigneeName)]),
      ...facts,
    ],
    ...(sections.length === 0 ? {} : { sections }),
    actions: [
      ...caseButtons(audience, found),
      ...quietButtons(audience, (verb, data) => handleOf(found, verb, data), { reminder, now }),
    ],
    ...(footer === undefined ? {} : { footer }),
  };
}

function shownOf(showing: Showing, found: ServiceCase): Shown {
  switch (found.kind) {
    case 'consultation':
      return consultationShown(showing, found);
    case 'loan':
      return loanShown(showing, found);
    case 'api':
      return applicationShown(showing, found);
  }
}
