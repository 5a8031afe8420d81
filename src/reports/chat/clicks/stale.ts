import type { Answer, Known } from '../../../chat/conversation.ts';

const STALE: readonly string[] = ['reports.already-decided', 'reports.moved-on'];

/** Whoever clicked late sees the card as it stands now, should its redrawing have got lost (domain-rules §3.6). */
export async function redrawnIfStale(
  { app }: Pick<Known, 'app'>,
  reportId: string,
  answer: Answer,
): Promise<Answer> {
  if ('refused' in answer && STALE.includes(answer.refused)) {
    await app.database.change([app.queue.statementFor('redraw', [{ subjects: [reportId] }])]);
  }
  return answer;
}
