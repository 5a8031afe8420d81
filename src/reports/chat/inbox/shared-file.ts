import type { Button } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import type { FileRef } from '../../../chat/form.ts';
import type { Reply } from '../../../chat/reply.ts';
import { isRefused } from '../../../result.ts';
import { attachEvidence } from '../../actions/attach-evidence.ts';
import { attachableSide } from '../../evidence/attachable.ts';
import type { Case } from '../../record/case.ts';
import { handleOf } from '../card/handle.ts';
import { attachedCard } from '../forms/attach-form.ts';

const ATTACH_SHARED = 'attach-shared';
/** More files than these are easier handed in through the form. */
const MOST = 5;

/** A file that was uploaded under a case's card is offered as evidence; it becomes evidence by the button alone. */
export function offerToAttach(talk: Known, parties: Case, files: readonly FileRef[]): Reply | null {
  const { t, person } = talk;
  if (isRefused(attachableSide(parties.report, person))) return null;
  return {
    kind: 'card',
    card: {
      tone: 'neutral',
      title: parties.report.id,
      lead: t('cases.shared.offer'),
      actions: files.slice(0, MOST).map((file) => attachButton(talk, parties, file)),
    },
  };
}

const attachButton = ({ t }: Known, { report }: Case, file: FileRef): Button => ({
  label: t('cases.shared.attach', { name: file.name }),
  tone: 'primary',
  handle: handleOf(report, ATTACH_SHARED, JSON.stringify(file)),
});

export const attachSharedClick: Click = {
  action: `report.${ATTACH_SHARED}`,
  effect: 'change',
  run: async (talk, { subject: reportId, data = '{}' }): Promise<Answer> => {
    const file: FileRef = JSON.parse(data);
    const { person: actor, requestId } = talk;
    const attached = await attachEvidence(talk.app, { reportId, actor, requestId, what: { file } });
    if (isRefused(attached)) return attached;
    const card = await attachedCard(talk, reportId);
    return 'refused' in card ? card : { kind: 'card', card, replaces: true };
  },
};
