/** Calendar dates as day numbers: dates have no zone, so UTC midnight stands for each without any daylight saving. */
import type { IsoDate } from '../../reports/report.ts';

const DAY_MS = 86_400_000;

const dayNumberOf = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

const dateOfDayNumber = (day: number): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const shiftDate = (date: IsoDate, days: number): IsoDate => dateOfDayNumber(dayNumberOf(date) + days);

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const weekdayOf = (date: IsoDate): number => ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
