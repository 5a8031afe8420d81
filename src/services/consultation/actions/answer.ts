import { Prisma } from '../../../platform/database/generated/client.ts';
import { addBusinessMinutes } from '../../../reminders/calendar/arithmetic.ts';
import { today } from '../../../reports/periods.ts';
import { PLATFORM_CALENDAR } from '../../../reports/record/case.ts';
import { isRefused, ok } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { calendarOf } from '../../record/case.ts';
import { readAnswer } from '../fields.ts';
import { CONSULTATION } from '../lifecycle.ts';

/** Refuses `fields.*` and `services.date-ahead` beside their inputs: an answer without a rule and its date is none. */
export const answerConsultation: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'consultation',
    event: 'answer',
    judge: ({ provider }, { at }) => {
      const answer = readAnswer(input.values, today(at, PLATFORM_CALENDAR.zone));
      if (isRefused(answer)) return answer;
      const { ruleAddress, ruleDate } = answer.ok;
      const calendar = calendarOf('consultation', 'ANSWERED', provider);
      return ok({
        set: { answer: Prisma.sql`${JSON.stringify(answer.ok)}::jsonb` },
        note: { ruleAddress, ruleDate },
        wakeAt: addBusinessMinutes(calendar, at, CONSULTATION.states.ANSWERED.slaMinutes ?? 0).at,
      });
    },
  });
