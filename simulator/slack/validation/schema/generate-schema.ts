import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

const ROOTS = ['KnownBlock', 'ModalView', 'HomeView', 'MessageMetadata'] as const;

/**
 * The JSON schema of everything that an app may draw, as text, from the types that Slack publishes. The same text for the
 * same version of `@slack/types`; needs development dependencies.
 */
export function slackSchema(): string {
  const entry = createRequire(import.meta.url).resolve('@slack/types');
  const path = join(dirname(entry), 'index.d.ts');
  const generator = createGenerator({ path, skipTypeCheck: true, jsDoc: 'none' });
  const definitions: Record<string, Schema | boolean> = {};
  for (const root of ROOTS) Object.assign(definitions, generator.createSchema(root).definitions);
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ definitions: Object.fromEntries(sorted) }, null, 1)}\n`;
}
