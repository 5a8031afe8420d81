import type { Answer, Known } from '../../../chat/conversation.ts';
import { refuse } from '../../../result.ts';
import { loadCase } from '../../record/case.ts';
import { drawCase } from '../draw-case.ts';

/** The draft as it stands on record, with the button that sends it. */
export async function savedDraftCard(talk: Known, reportId: string): Promise<Answer> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const card = await drawCase(talk.app, talk, parties);
  return {
    kind: 'closed',
    card: { ...card, lead: talk.t('cases.new.saved', { provider: parties.provider.name }) },
  };
}
