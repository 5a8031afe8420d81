import type { Card, HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, FormHandler, Known } from '../../../chat/conversation.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { attachableSide } from '../../evidence/attachable.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { caseTitle } from '../card/case-card.ts';
import { drawCase } from '../draw-case.ts';
import { mayNotSee } from '../who.ts';
import { attachAll, fileField, linkField } from './attach.ts';
import { evidenceNote } from './evidence-note.ts';

const ATTACH = 'report.attach';

export const attachClick: Click = {
  action: ATTACH,
  effect: 'read',
  opensForm: true,
  run: async (talk, handle) => {
    const parties = await loadCase(talk.app, handle.subject);
    if (!parties) return refuse('reports.unknown', { report: handle.subject });
    const refusal = mayNotSee(parties, talk.person);
    if (refusal) return refusal;
    const side = attachableSide(parties.report, talk.person);
    return isRefused(side) ? side : attachPage(talk, parties, handle);
  },
};

function attachPage(talk: Known, parties: Case, target: HandleSpec): Answer {
  const { t } = talk;
  return {
    kind: 'form',
    page: {
      form: ATTACH,
      page: 'only',
      target,
      title: t('cases.attach.title'),
      intro: caseTitle(parties),
      fields: [evidenceNote(talk, parties), fileField(talk), linkField(talk)],
      submitLabel: t('cases.button.attach'),
      closeLabel: t('common.button.cancel'),
    },
  };
}

export const attachForm: FormHandler = {
  form: ATTACH,
  run: async (talk, { target, values }) =>
    (await attachAll(talk, target.subject, values)) ?? closedWith(await attachedCard(talk, target.subject)),
};

/** The case with everything that is attached by now. */
export async function attachedCard(talk: Known, reportId: string): Promise<Card | Refusal> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  return drawCase(talk.app, talk, parties, true);
}

const closedWith = (card: Card | Refusal): Answer => ('refused' in card ? card : { kind: 'closed', card });
