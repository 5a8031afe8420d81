import type { Vocabulary } from './chat/conversation.ts';
import { deadLettersVocabulary } from './chat/requests/dead-letters/vocabulary.ts';
import type { CardView } from './delivery/view.ts';
import { directoryVocabulary } from './directory/chat/vocabulary.ts';
import { peopleVocabulary } from './people/chat/vocabulary.ts';
import { ratingVocabulary } from './ratings/chat/vocabulary.ts';
import { reportViews } from './reports/chat/view.ts';
import { reportVocabulary } from './reports/chat/vocabulary.ts';

/** What every domain adds to the conversation, in the order in which `/help` shows it. */
export const VOCABULARIES: readonly Vocabulary[] = [
  reportVocabulary,
  directoryVocabulary,
  ratingVocabulary,
  peopleVocabulary,
  deadLettersVocabulary,
];

/** Every kind of card that stands in a chat and follows its subject. */
export const CARD_VIEWS: readonly CardView[] = [...reportViews];
