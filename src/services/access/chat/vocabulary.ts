import type { Vocabulary } from '../../../chat/conversation.ts';
import { keyLinkClick, replaceKeyClick, revokeKeyClick, serviceKeys } from './keys.ts';

export const accessVocabulary: Vocabulary = {
  commands: [serviceKeys],
  clicks: [keyLinkClick, replaceKeyClick, revokeKeyClick],
  forms: [],
};
