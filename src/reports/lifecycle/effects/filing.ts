/** What the steps up to the store's confirmation leave behind (T2..T7, T22). */
import { actorId, representedIds } from '../context.ts';
import type { Effect } from '../table/row.ts';
import { authored } from './authored.ts';

/** T2: from here on the case keeps the rules and the service items as they read today. */
export const keepRulesAndItems: Effect<'request'> = ({ report, context }) => ({
  records: [
    { record: 'RULES', ...authored(context), rules: context.rules },
    { record: 'ITEM_SNAPSHOT', ...authored(context), serviceItemIds: report.request.serviceItemIds },
  ],
});

/** T4: the store is offered somebody else. */
export const declineWithReason: Effect<'decline'> = ({ event: { reasonCode, text } }) => ({
  followUps: [{ task: 'OFFER_SIMILAR_PROVIDERS' }],
  data: { reasonCode, text },
});

/** T5: revision n is frozen under its hash, and whoever submits, or stands behind them, counts as its editor. */
export const freezeRevision: Effect<'submit'> = ({ report, event, context }) => {
  const submitter = [actorId(context), ...representedIds(context)];
  const editors = [...new Set([...report.revisionEditors, ...submitter])];
  const revision = report.revision + 1;
  const hash = event.revisionHash;
  return {
    set: {
      revision,
      revisionHash: hash,
      revisionEditors: editors,
      allEditors: [...new Set([...report.allEditors, ...editors])],
    },
    records: [{ record: 'REVISION', ...authored(context), revision, hash, editors }],
    data: { revision, hash },
  };
};

/**
 * T6, T8: one round more; the next revision starts from this one and is compared with it. Its editors stay editors, since
 * what they wrote stays in it (SOD-1). Confirmations of this hash and older ones are void (T24).
 */
export const openRound: Effect<'returnByStore' | 'returnByStaff'> = ({ report, event, context }) => ({
  set: { rounds: report.rounds + 1 },
  records: [
    {
      record: 'COMMENTS',
      ...authored(context),
      kind: 'RETURN',
      revision: report.revision,
      comments: event.comments,
    },
    { record: 'CONFIRMATIONS_VOID', ...authored(context), upToRevision: report.revision },
  ],
  data: { round: report.rounds + 1, diffBase: report.revisionHash },
});

/** T7 */
export const recordConfirmation: Effect<'confirm'> = ({ report, event, context }) => ({
  records: [
    {
      record: 'CONFIRMATION',
      ...authored(context),
      revision: report.revision,
      hash: event.clickedHash,
      typedName: event.typedName.trim(),
      naTicks: event.naTicks,
    },
  ],
  data: { revision: report.revision, hash: event.clickedHash },
});

/** T22 */
export const withdrawalReason: Effect<'withdraw'> = ({ event }) => ({
  data: event.text === undefined ? {} : { text: event.text },
});
