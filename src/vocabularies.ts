import type { Vocabulary } from './chat/conversation.ts';
import { peopleVocabulary } from './people/chat/vocabulary.ts';

/** What every domain adds to the conversation, in the order in which `/help` shows it. */
export const VOCABULARIES: readonly Vocabulary[] = [peopleVocabulary];
