import type { Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment, type Text } from '../../../chat/text.ts';
import type { Applied } from '../../actions/apply.ts';
import { whoseTurn } from '../../lifecycle/turns/whose-turn.ts';

/** What was done, whom it waits on now and until when, and what is worth knowing although nothing stands in the way. */
export function doneCard({ t }: Reader, { change, report, parties }: Applied): Card {
  const warnings = change.warnings.map(({ warned, data }) => t(warned, data));
  return {
    tone: warnings.length === 0 ? 'good' : 'warning',
    title: `${report.id} · ${t(`reports.transition.${change.transition}`)}`,
    lead: next({ t }, report),
    ...(warnings.length === 0 ? {} : { sections: [{ title: t('cases.section.warnings'), list: warnings }] }),
    footer: `${parties.store.name} × ${parties.provider.name}`,
  };
}

function next({ t }: Pick<Reader, 't'>, report: Applied['report']): Text {
  const { waitsOn } = whoseTurn(report);
  const state = t(`reports.state.${report.state}`);
  if (waitsOn === 'nobody' || waitsOn === 'calendar' || !report.deadline) return state;
  const waits = t('cases.now-waits', { waitsOn: t(`reports.waiter.${waitsOn}`) });
  return [`${state}. ${waits} `, moment(report.deadline.at)];
}
