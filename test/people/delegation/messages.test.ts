import { describe, expect, it } from 'vitest';
import { refusalKey } from '../../../src/chat/messages/refusals.ts';
import { MESSAGES } from '../../../src/chat/messages/resources.ts';
import { DELEGATION_REFUSALS } from '../../../src/people/delegation/refusals.ts';

describe('a refusal about stand-ins', () => {
  const cases = Object.entries(DELEGATION_REFUSALS);

  it.each(cases)('%s is said in both languages, and names only what it is given', (code, given) => {
    for (const messages of Object.values(MESSAGES)) {
      const message = messages[refusalKey(`delegation.${code}`)] ?? '';
      expect(message).not.toBe('');
      const named = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(given).toEqual(expect.arrayContaining(named));
    }
  });
});
