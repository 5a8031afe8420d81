import type { Vocabulary } from '../../chat/conversation.ts';
import { appealClick, appealForm, ratingAppeal } from './appeal/appeal.ts';
import { escalateClick } from './appeal/escalate.ts';
import { hearClick, hearForm, staffAppeals } from './appeal/hearing.ts';
import { ratingCalendar } from './calendar/calendar.ts';
import { capabilityClick, capabilityForm, ratingCapability } from './capability/capability.ts';
import { checksClick, exemptClick, ratingCheck } from './checks/check.ts';
import { enterChecksClick, enterChecksForm } from './checks/enter.ts';
import { importForm, staffImport } from './import/import.ts';
import { answerIncidentClick, answerIncidentForm } from './incidents/answer.ts';
import { complaintClick, complaintForm, ratingComplaint } from './incidents/complaint.ts';
import { ratingIncidents } from './incidents/list.ts';
import { ratingIncident, recordIncidentClick, recordIncidentForm } from './incidents/record-incident.ts';
import { incidentClick } from './incidents/show-incident.ts';
import { decideIncidentClick, decideIncidentForm } from './incidents/verdict.ts';
import { ratingShow, showRatingClick } from './show/show.ts';
import { ratingSimulate, simulateClick, simulateForm } from './simulate/simulate.ts';
import { ratingSurvey, surveyClick, surveyForm } from './survey/survey.ts';
import { liftForm, ratingSuspend, suspendClick, suspendForm } from './suspension/suspend.ts';
import { ratingWhy, whyClick } from './why/why.ts';

export const ratingVocabulary: Vocabulary = {
  commands: [
    ratingShow,
    ratingWhy,
    ratingCalendar,
    ratingSimulate,
    ratingSurvey,
    ratingCheck,
    ratingComplaint,
    ratingIncident,
    ratingIncidents,
    ratingCapability,
    ratingSuspend,
    ratingAppeal,
    staffAppeals,
    staffImport,
  ],
  clicks: [
    showRatingClick,
    whyClick,
    simulateClick,
    surveyClick,
    checksClick,
    enterChecksClick,
    exemptClick,
    complaintClick,
    capabilityClick,
    incidentClick,
    recordIncidentClick,
    answerIncidentClick,
    decideIncidentClick,
    suspendClick,
    appealClick,
    hearClick,
    escalateClick,
  ],
  forms: [
    simulateForm,
    surveyForm,
    enterChecksForm,
    complaintForm,
    capabilityForm,
    recordIncidentForm,
    answerIncidentForm,
    decideIncidentForm,
    suspendForm,
    liftForm,
    appealForm,
    hearForm,
    importForm,
  ],
};
