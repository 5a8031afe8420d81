import type { Refusal } from '../../../result.ts';
import type { RuleSet } from '../../rules.ts';
import type { FieldComment } from '../events.ts';
import { refuseReport } from '../refusals.ts';
import type { Check } from '../table/row.ts';

/** Characters are counted as people see them, so that an emoji is one. */
export const lengthOf = (text: string): number => [...text.trim()].length;

type Minimum = keyof RuleSet['textMinimum'];

function longEnough(text: string, rules: RuleSet, what: Minimum): readonly Refusal[] {
  const minimum = rules.textMinimum[what];
  return lengthOf(text) >= minimum ? [] : [refuseReport('text-too-short', { minimum }, 'text')];
}

/** T6, T8: a return says at least one thing about at least one field. */
export const commentOnAField: Check<'returnByStore' | 'returnByStaff'> = ({ event }) =>
  event.comments.length === 0
    ? [refuseReport('comment-needed', {}, 'comments')]
    : event.comments.flatMap(commentRefused);

function commentRefused({ field, text }: FieldComment): readonly Refusal[] {
  return lengthOf(text) > 0 && field !== '' ? [] : [refuseReport('comment-empty', { field }, field)];
}

/** T4: the code speaks for itself, except OTHER. */
export const declineReason: Check<'decline'> = ({ event, context }) =>
  event.reasonCode === 'OTHER' ? longEnough(event.text, context.rules, 'otherReason') : [];

/** T12: a rejection is a statement of reasons. */
export const rejectionReason: Check<'reject'> = ({ event, context }) =>
  longEnough(event.text, context.rules, 'rejection');

/** T19, T21: the parties are told why, with or before the effect. */
export const suspensionReason: Check<'suspend' | 'proposeTermination'> = ({ event, context }) =>
  longEnough(event.text, context.rules, 'suspension');

/** T20: what cured the cause. */
export const cureExplained: Check<'reinstate'> = ({ event, context }) =>
  longEnough(event.text, context.rules, 'cure');

/** T9: a question that somebody can answer. */
export const questionAsked: Check<'askInformation'> = ({ event, context }) => {
  const minimum = context.rules.textMinimum.question;
  return lengthOf(event.question) >= minimum ? [] : [refuseReport('text-too-short', { minimum }, 'question')];
};

/** T9: an answer that says something. */
export const answerGiven: Check<'answerInformation'> = ({ event }) =>
  lengthOf(event.answer) > 0 ? [] : [refuseReport('answer-missing', {}, 'answer')];
