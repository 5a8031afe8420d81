import type { Answer, Click, Command, CommandPolicy, Effect, Known } from '../../../chat/conversation.ts';
import { permitted } from '../../../people/permissions.ts';
import { statesFor } from '../../lifecycle/turns/barrier.ts';
import type { Case } from '../../record/case.ts';
import type { ReportState } from '../../report.ts';
import { handleOf } from '../card/handle.ts';
import { eventClicks } from '../clicks/events.ts';
import { fillClick, submitClick } from '../clicks/filling.ts';
import { attachClick } from '../forms/attach-form.ts';
import { renewClick } from '../request/again.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';

const CLICKS: readonly Click[] = [...eventClicks, fillClick, submitClick, renewClick, attachClick];

/** Carries out a button of the case as it is now, so that a typed command does what the button does. */
export function press(talk: Known, { report }: Pick<Case, 'report'>, verb: string): Promise<Answer> {
  const action = `report.${verb}`;
  const click = CLICKS.find((each) => each.action === action);
  if (!click) throw new Error(`No button of a report is called ${action}.`);
  return click.run(talk, handleOf(report, verb));
}

interface Pressing {
  /** The command, and the button that it presses. */
  readonly verb: string;
  readonly who: CommandPolicy;
  /** `change`: the click itself decides; `read`: it opens a form. */
  readonly effect: Effect;
  readonly states: readonly ReportState[];
}

function pressing({ verb, who, effect, states }: Pressing): Command {
  return {
    area: 'report',
    verb,
    options: [REPORT_OPTION],
    who,
    effect,
    run: (talk, { report: typed }) =>
      withReport(talk, { typed, verb, states }, (parties) => press(talk, parties, verb)),
  };
}

/** Both sides of the table return a report: the store before it confirms, the staff before they decide. */
const reportReturn: Command = {
  area: 'report',
  verb: 'return',
  options: [REPORT_OPTION],
  who: 'report.comment',
  effect: 'read',
  run: (talk, { report: typed }) => {
    const isStaff = permitted('staff.return', talk.person).allowed;
    const verb = isStaff ? 'returnByStaff' : 'returnByStore';
    return withReport(talk, { typed, verb, states: statesFor(verb) }, (parties) =>
      press(talk, parties, verb),
    );
  },
};

/** The commands that do what a button of the case does. */
export const pressingCommands: readonly Command[] = [
  pressing({ verb: 'accept', who: 'report.accept', effect: 'change', states: statesFor('accept') }),
  pressing({ verb: 'decline', who: 'report.decline', effect: 'read', states: statesFor('decline') }),
  pressing({ verb: 'fill', who: 'report.fill', effect: 'read', states: statesFor('submit') }),
  pressing({ verb: 'submit', who: 'report.submit', effect: 'change', states: statesFor('submit') }),
  pressing({ verb: 'confirm', who: 'report.confirm', effect: 'read', states: statesFor('confirm') }),
  reportReturn,
  pressing({ verb: 'withdraw', who: 'report.withdraw', effect: 'read', states: statesFor('withdraw') }),
  pressing({ verb: 'renew', who: 'report.renew', effect: 'read', states: ['ACTIVE', 'NOTICE', 'EXPIRED'] }),
];
