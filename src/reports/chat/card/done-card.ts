import type { Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment, type Text } from '../../../chat/text.ts';
import type { Applied } from '../../actions/apply.ts';
import { whoseTurn } from '../../lifecycle/turns/whose-turn.ts';
import type { Report } from '../../report.ts';
import { forWhom } from './for-whom.ts';
import { handleOf } from './handle.ts';
import { warningText } from './warnings.ts';

/** What was done, whom it waits on now and until when, and what is worth knowing although nothing stands in the way. */
export function doneCard({ t }: Pick<Reader, 't'>, { change, report, parties, onBehalfOf }: Applied): Card {
  const warnings = change.warnings.map((warning) => warningText(t, warning));
  return {
    tone: warnings.length === 0 ? 'good' : 'warning',
    title: `${report.id} · ${t(`reports.transition.${change.transition}`)}`,
    lead: whatNext({ t }, report),
    ...(warnings.length === 0 ? {} : { sections: [{ title: t('cases.section.warnings'), list: warnings }] }),
    actions: [{ label: t('cases.button.show'), tone: 'plain', handle: handleOf(report, 'show') }],
    footer: [`${parties.store.name} × ${parties.provider.name}`, ...forWhom(t, parties, onBehalfOf)].join(
      ' · ',
    ),
  };
}

/** "Waiting for the store to confirm. The store has until 8 May 10:00." */
function whatNext({ t }: Pick<Reader, 't'>, report: Report): Text {
  const { waitsOn } = whoseTurn(report);
  const state = t(`reports.state.${report.state}`);
  if (waitsOn === 'nobody' || waitsOn === 'calendar' || !report.deadline) return state;
  const waits = t('cases.now-waits', { waitsOn: t(`reports.waiter.${waitsOn}`) });
  return [`${state} · ${waits} `, moment(report.deadline.at)];
}
