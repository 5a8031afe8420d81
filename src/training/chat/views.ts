import type { CardView } from '../../delivery/view.ts';
import { consentView } from './consent/consent-card.ts';
import { alertView } from './diagnose/alert-card.ts';
import { caseView } from './improvement/case-card.ts';
import { planView } from './plans/view.ts';

/** Cards of training that stand in private conversations. */
export const trainingViews: readonly CardView[] = [consentView, alertView, planView, caseView];
