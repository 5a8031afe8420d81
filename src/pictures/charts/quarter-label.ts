/** `2026Q1` as people read it. */
export const quarterLabel = (quarter: string): string => quarter.replace(/^(\d{4})-?(Q\d)$/, '$1 $2');
