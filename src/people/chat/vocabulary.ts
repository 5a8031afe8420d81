import type { Vocabulary } from '../../chat/conversation.ts';
import { whoami } from './whoami.ts';

export const peopleVocabulary: Vocabulary = {
  commands: [whoami],
  clicks: [],
  forms: [],
};
