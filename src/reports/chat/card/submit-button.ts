import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import type { Actor } from '../../../people/principal.ts';
import { roleBarrier } from '../../lifecycle/turns/barrier.ts';
import type { Case } from '../../record/case.ts';
import type { Readiness } from '../readiness.ts';
import { handleOf } from './handle.ts';

/** Stands disabled while something is missing, or for whoever may fill in but not submit. */
export function submitButton(
  { t, actor }: Pick<Reader, 't'> & { readonly actor: Actor },
  { report }: Case,
  readiness: Readiness,
): Button {
  const barred = roleBarrier('submit', report, actor);
  const missing = readiness.pages.reduce((sum, { refusals }) => sum + refusals.length, 0);
  const because = barred
    ? plain(refusalText(t, barred))
    : readiness.ready
      ? undefined
      : t('cases.still-missing', { count: missing });
  return {
    label: t('reports.action.submit'),
    tone: 'primary',
    handle: handleOf(report, 'submit'),
    ...(because === undefined ? {} : { disabledBecause: because }),
  };
}
