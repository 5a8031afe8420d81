import { z } from 'zod';
import { ENVIRONMENT } from '../src/environment.ts';

export const HANDBOOK = 'docs/operators-handbook.md';

const BEGIN = '<!-- settings: written by `npm run docs` from src/environment.ts -->';
const END = '<!-- end of settings -->';

/** The operator's handbook with its table of settings as the code has them. Throws when the page has lost its marks. */
export function withSettings(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${HANDBOOK} needs "${BEGIN}" and "${END}".`);
  return `${before}${BEGIN}\n\n${settingsTable()}\n${END}${after}`;
}

interface Setting {
  readonly description?: string;
  readonly default?: unknown;
}

function settingsTable(): string {
  const { properties = {} } = z.toJSONSchema(ENVIRONMENT, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, setting]) => row(name, setting as Setting));
  return ['| variable | unless set | what to give |\n| --- | --- | --- |\n', ...rows].join('');
}

const row = (name: string, { description = '', default: otherwise }: Setting): string =>
  `| \`${name}\` | ${otherwise === undefined ? '' : `\`${otherwise}\``} | ${description.replaceAll('|', '\\|')} |\n`;
