/** `2026-Q1` as people read it. */
export const quarterLabel = (quarter: string): string => quarter.replace('-', ' ');
