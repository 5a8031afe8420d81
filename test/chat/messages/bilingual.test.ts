import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalKey } from '../../../src/chat/messages/refusals.ts';
import { MESSAGES } from '../../../src/chat/messages/resources.ts';
import { placeholders } from '../../../src/chat/messages/template.ts';
import { PEOPLE_REFUSALS } from '../../../src/people/refusals.ts';
import { REPORT_REFUSALS } from '../../../src/reports/lifecycle/refusals.ts';

const SOURCE = new URL('../../../src/', import.meta.url).pathname;

/** Languages differ in plural forms: `items_one` and `items_other` are one message. */
const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

function placeholdersByMessage(
  messages: Readonly<Record<string, string>>,
): Readonly<Record<string, string[]>> {
  const found: Record<string, Set<string>> = {};
  for (const [key, template] of Object.entries(messages)) {
    found[base(key)] = new Set([...(found[base(key)] ?? []), ...placeholders(template)]);
  }
  return Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names].sort()]));
}

/** `refuse('domain.name'` anywhere in the source, and the tables of the domains that have one. */
function refusalCodes(): readonly string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const written = files.flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    return [...text.matchAll(/\brefuse\(\s*'([a-z-]+\.[a-z-]+)'/g)].flatMap((match) => match[1] ?? []);
  });
  const tables = [
    ...Object.keys(PEOPLE_REFUSALS).map((name) => `people.${name}`),
    ...Object.keys(REPORT_REFUSALS).map((name) => `reports.${name}`),
  ];
  return [...new Set([...written, ...tables])].sort();
}

describe('every message', () => {
  it('exists in both languages, with the same placeholders', () => {
    expect(placeholdersByMessage(MESSAGES.zh)).toEqual(placeholdersByMessage(MESSAGES.en));
  });

  it.each(['en', 'zh'] as const)('says something in %s', (locale) => {
    expect(Object.entries(MESSAGES[locale]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('every refusal', () => {
  it('that the code can give is told in words', () => {
    const codes = refusalCodes();
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !(refusalKey(code) in MESSAGES.en))).toEqual([]);
  });
});
