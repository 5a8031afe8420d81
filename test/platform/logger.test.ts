import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/platform/logger.ts';

/** What one call leaves in the log. */
function logged(data: object, message = 'something happened'): string {
  const lines: string[] = [];
  createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } }).info(
    data,
    message,
  );
  return lines.join('');
}

describe('The log', () => {
  it.each([
    ['a token by name', { token: 'hush' }],
    ['a secret below', { config: { slack: { signingSecret: 'hush' } } }],
    ['a header', { req: { headers: { authorization: 'hush' } } }],
    ['what was typed into a form', { incoming: { form: 'hush' } }],
    ['what was typed into its fields', { incoming: { values: { contract_no: 'hush' } } }],
  ])('never holds %s', (_what, data) => {
    expect(logged(data)).not.toContain('hush');
    expect(logged(data)).toContain('[removed]');
  });

  it.each([
    ["Slack's tokens", 'xoxb-123456789-abcdef'],
    ["Slack's app tokens", 'xapp-1-A0-123-abc'],
    ["Discord's tokens", `${'M'.repeat(26)}.GaBcDe.${'x'.repeat(38)}`],
    ['API keys', 'bb_live_Xy3kXy3kXy3kXy3kXy3kXy3kXy3kXy3kXy3k'],
    ["webhooks' secrets", 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['one-time codes', '7KQ2-M8XT-0VBD'],
  ])('never holds %s, not even in an error', (_what, secret) => {
    expect(logged({ err: new Error(`refused: ${secret}`) }, `with ${secret}`)).not.toContain(secret);
  });

  it('never holds the password of a URL', () => {
    const line = logged({ url: 'postgres://baobei:hush@db:5432/baobei' });
    expect(line).toContain('postgres://baobei:[removed]@db:5432');
  });

  it('keeps what helps', () => {
    const line = logged({
      reportId: 'CR-2026-000123',
      err: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
    });
    expect(JSON.parse(line)).toMatchObject({ reportId: 'CR-2026-000123', err: { code: 'ECONNREFUSED' } });
  });
});
