/** Ids of the hint and the error that belong to an input. */
export const hintId = (inputId: string) => `${inputId}-hint`;
export const errorId = (inputId: string) => `${inputId}-error`;
export const describedBy = (inputId: string) => `${errorId(inputId)} ${hintId(inputId)}`;
