/**
 * Plans and cases as the subjects of cards and reminders. They name their provider, so that nothing of it reaches whoever has left
 * it (see src/reminders/sweep/due-at-desks.ts).
 */
interface OfProvider {
  readonly id: string;
  readonly providerId: string;
}

const PLAN = 'training:';
const CASE = 'improvement:';

export const planSubject = ({ id, providerId }: OfProvider): string => `${PLAN}${providerId}:${id}`;
export const caseSubject = ({ id, providerId }: OfProvider): string => `${CASE}${providerId}:${id}`;
export const alertSubject = (diagnosisId: string, providerId: string): string =>
  `alert:${providerId}:${diagnosisId}`;

export const isPlanSubject = (subject: string): boolean => subject.startsWith(PLAN);
export const isCaseSubject = (subject: string): boolean => subject.startsWith(CASE);

/** The plan or the case that is meant. */
export const idOf = (subject: string): string => subject.split(':')[2] ?? '';
