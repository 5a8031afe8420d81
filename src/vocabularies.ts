import type { Vocabulary } from './chat/conversation.ts';
import { deadLettersVocabulary } from './chat/requests/dead-letters/vocabulary.ts';
import { heldClickView } from './chat/requests/held-clicks/view.ts';
import type { CardView } from './delivery/view.ts';
import { directoryVocabulary } from './directory/chat/vocabulary.ts';
import { standingReminders } from './directory/reminders/source.ts';
import { standingView } from './directory/reminders/standing-card.ts';
import { exposureView } from './opportunities/chat/report/report.ts';
import { meetingView, opportunityView } from './opportunities/chat/view.ts';
import { opportunityVocabulary } from './opportunities/chat/vocabulary.ts';
import { monthlyReport } from './opportunities/reminders/monthly-report.ts';
import { opportunityReminders } from './opportunities/reminders/source.ts';
import { linkingViews } from './people/chat/linking/views.ts';
import { peopleVocabulary } from './people/chat/vocabulary.ts';
import { delegationView } from './people/delegation/chat/view.ts';
import { delegationReminders } from './people/delegation/reminders/source.ts';
import { appealView } from './ratings/chat/appeal/outcome.ts';
import { checksView } from './ratings/chat/checks/check.ts';
import { incidentView } from './ratings/chat/incidents/show-incident.ts';
import { ratingNewsView, surveyNewsView } from './ratings/chat/news.ts';
import { suspensionView } from './ratings/chat/suspension/suspension-card.ts';
import { ratingVocabulary } from './ratings/chat/vocabulary.ts';
import { ratingNews, surveyNews } from './ratings/reminders/news.ts';
import type { ReminderSource } from './reminders/sweep/source.ts';
import { reportViews } from './reports/chat/view.ts';
import { reportVocabulary } from './reports/chat/vocabulary.ts';
import { reportReminders } from './reports/reminders/source.ts';
import { accessVocabulary } from './services/access/chat/vocabulary.ts';
import { serviceView } from './services/chat/view.ts';
import { serviceVocabulary } from './services/chat/vocabulary.ts';
import { serviceReminders } from './services/reminders/source.ts';
import { endpointView } from './services/webhooks/chat/webhooks.ts';
import { trainingViews } from './training/chat/views.ts';
import { trainingVocabulary } from './training/chat/vocabulary.ts';
import { caseReminders } from './training/reminders/case-reminders.ts';
import { planReminders } from './training/reminders/plan-reminders.ts';
import { urgentView } from './urgent/chat/view.ts';
import { urgentVocabulary } from './urgent/chat/vocabulary.ts';
import { urgentReminders } from './urgent/reminders/source.ts';

/** What every domain adds to the conversation, in the order in which `/help` shows it. */
export const VOCABULARIES: readonly Vocabulary[] = [
  reportVocabulary,
  urgentVocabulary,
  directoryVocabulary,
  ratingVocabulary,
  opportunityVocabulary,
  serviceVocabulary,
  trainingVocabulary,
  accessVocabulary,
  peopleVocabulary,
  deadLettersVocabulary,
];

/** Every kind of card that stands in a chat and follows its subject. */
export const CARD_VIEWS: readonly CardView[] = [
  ...reportViews,
  urgentView,
  standingView,
  serviceView,
  endpointView,
  ratingNewsView,
  surveyNewsView,
  incidentView,
  checksView,
  suspensionView,
  appealView,
  ...trainingViews,
  opportunityView,
  exposureView,
  meetingView,
  ...linkingViews,
  delegationView,
  heldClickView(reportViews),
];

/** Everything that people are reminded of. */
export const REMINDER_SOURCES: readonly ReminderSource[] = [
  reportReminders,
  urgentReminders,
  standingReminders,
  opportunityReminders,
  monthlyReport,
  serviceReminders,
  delegationReminders,
  planReminders,
  caseReminders,
  ratingNews,
  surveyNews,
];
