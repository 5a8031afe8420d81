import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slackSchema } from '../../../../simulator/slack/validation/schema/generate-schema.ts';

describe('the committed schema', () => {
  it('is what the installed @slack/types give', () => {
    const committed = new URL(
      '../../../../simulator/slack/validation/slack-blocks.schema.json',
      import.meta.url,
    );
    expect(slackSchema() === readFileSync(committed, 'utf8'), 'run scripts/generate-slack-schema.ts').toBe(
      true,
    );
  });
});
