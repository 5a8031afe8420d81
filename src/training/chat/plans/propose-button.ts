import type { Button } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { PROPOSE, TRAINING } from '../handles.ts';

export const proposeButton = (t: Translate, { id }: { readonly id: string }): Button => ({
  label: t('training.diagnosis.make-plan'),
  tone: 'primary',
  handle: { ...TRAINING, action: PROPOSE, subject: id },
});
