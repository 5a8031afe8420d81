/** Where the browser gets a file: the API's own addresses ask for a token. */
export const fileUrl = (controlBase: string, id: string) => `${controlBase}/files/${encodeURIComponent(id)}`;

const UNITS = ['B', 'kB', 'MB'] as const;

export function sizeInWords(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const amount = bytes / 1_000 ** step;
  return `${amount >= 10 || step === 0 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[step]}`;
}
