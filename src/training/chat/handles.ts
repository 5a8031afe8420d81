/** What a handle that only shows or opens something has in common: nothing is compared. */
export const TRAINING = { revision: 0, stateSeq: 0 } as const;

export const DIAGNOSE = 'training.diagnose';
export const ASK_CONSENT = 'training.ask-consent';
export const GRANT = 'training.grant';
export const WITHDRAW = 'training.withdraw';
export const PROPOSE = 'training.propose';
export const ACCEPT = 'training.accept';
export const TASK_DONE = 'training.task-done';
export const TASK_TAKE = 'training.task-take';
export const COACH = 'training.coach';
export const STOP = 'training.stop';
export const IMPROVE = 'training.improve';
export const SHOW_CASE = 'training.show-case';
export const FRAUD_CASE = 'training.fraud-case';
