import type { Vocabulary } from '../../chat/conversation.ts';
import { appealClick, appealForm, ratingAppeal } from './appeal/appeal.ts';
import { escalateClick } from './appeal/escalate.ts';
import { hearClick, hearForm, staffAppeals } from './appeal/hearing.ts';
import { importForm, staffImport } from './import/import.ts';
import { ratingShow, showRatingClick } from './show/show.ts';
import { ratingSimulate, simulateClick, simulateForm } from './simulate/simulate.ts';
import { ratingSurvey, surveyClick, surveyForm } from './survey/survey.ts';
import { ratingWhy, whyClick } from './why/why.ts';

export const ratingVocabulary: Vocabulary = {
  commands: [ratingShow, ratingWhy, ratingSimulate, ratingSurvey, ratingAppeal, staffAppeals, staffImport],
  clicks: [showRatingClick, whyClick, simulateClick, surveyClick, appealClick, hearClick, escalateClick],
  forms: [simulateForm, surveyForm, appealForm, hearForm, importForm],
};
