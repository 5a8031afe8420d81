/** Takes away what binary fractions leave behind, so that 0.95 − 0.05 reaches a limit of 0.9. */
export const settled = (value: number): number => Number(value.toFixed(9));
