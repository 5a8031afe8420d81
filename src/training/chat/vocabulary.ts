import type { Vocabulary } from '../../chat/conversation.ts';
import { askConsentClick, grantClick, trainingConsent, withdrawClick } from './consent/consent.ts';
import { diagnoseClick, trainingDiagnose } from './diagnose/diagnose.ts';
import { fraudClick, showCaseClick, staffImprovement } from './improvement/improvement.ts';
import { improveClick, improveForm } from './improvement/step-form.ts';
import { acceptClick, coachClick, proposeClick, trainingPlan } from './plans/plan.ts';
import { stopClick, stopForm } from './plans/stop.ts';
import { taskDoneClick, taskTakeClick, trainingTask } from './plans/task.ts';

export const trainingVocabulary: Vocabulary = {
  commands: [trainingDiagnose, trainingConsent, trainingPlan, trainingTask, staffImprovement],
  clicks: [
    diagnoseClick,
    askConsentClick,
    grantClick,
    withdrawClick,
    proposeClick,
    acceptClick,
    coachClick,
    taskDoneClick,
    taskTakeClick,
    stopClick,
    showCaseClick,
    fraudClick,
    improveClick,
  ],
  forms: [stopForm, improveForm],
};
