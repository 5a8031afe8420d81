import type { Click } from '../../../chat/conversation.ts';
import { isRefused, refuse } from '../../../result.ts';
import { finishHandover } from '../../handover/finish-handover.ts';
import { HANDOVER_ITEMS } from '../../handover/items.ts';
import { HANDOVER } from './handover-section.ts';

/** One item of the list is done. */
export const handoverClick: Click = {
  action: `report.${HANDOVER}`,
  effect: 'change',
  run: async ({ app, person, requestId, t }, { subject, data }) => {
    const item = HANDOVER_ITEMS.find((known) => known === data);
    if (item === undefined) return refuse('cases.handover-done');
    const outcome = await finishHandover(app, { reportId: subject, item, actor: person, requestId });
    if (isRefused(outcome)) return outcome;
    const title = t('cases.handover-noted', { id: subject, item: t(`cases.handover.${item}`) });
    return { kind: 'card', card: { tone: 'good', title } };
  },
};
