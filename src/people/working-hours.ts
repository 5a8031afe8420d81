/** Minutes after midnight as a clock shows them: 540 is `09:00`. */
export function clockTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const TIME = /^(\d{1,2})\s*(?:[:：.]\s*(\d{2}))?$/;

/** `9`, `9:30`, `09：30`; undefined when it is no time of day. Midnight at the end of the day is `24:00`. */
export function minutesOf(typed: string): number | undefined {
  const match = TIME.exec(typed.normalize('NFKC').trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes <= 24 * 60 && Number(match[2] ?? 0) < 60 ? minutes : undefined;
}
