import { describe, expect, it } from 'vitest';
import { fieldErrors, nextStep, refusalText, refusalTexts } from '../../../src/chat/messages/refusals.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { refuse, refuseAll } from '../../../src/result.ts';

const messages = {
  en: {
    'forms.refused.short': 'Too short, at least {{min}}',
    'forms.refused.role': 'Only {{rolesNeeded}}',
    'forms.refused.late': 'Closed since {{since}}',
    'forms.next.late': 'Start a new one',
    'common.role.STORE_OWNER': 'store owner',
    'common.role.STAFF_LEAD': 'staff lead',
    'common.or': '{{first}} or {{last}}',
    'common.comma': ', ',
  },
  zh: {},
};
const { en: t } = createTranslators({ messages });

describe('a refusal', () => {
  it('names the roles that could do it', () => {
    expect(refusalText(t, refuse('forms.role', { rolesNeeded: ['STORE_OWNER', 'STAFF_LEAD'] }))).toBe(
      'Only store owner or staff lead',
    );
  });

  it('keeps instants for the reader’s own zone', () => {
    const since = new Date(0);
    expect(refusalText(t, refuse('forms.late', { since }))).toEqual([
      'Closed since ',
      { instant: since, style: 'moment' },
    ]);
  });

  it('says what to do next where the domain knows', () => {
    expect(nextStep(t, refuse('forms.late', {}))).toBe('Start a new one');
    expect(nextStep(t, refuse('forms.short', {}))).toBeUndefined();
  });

  it('of several things is told completely, each beside its field', () => {
    const refusal = refuseAll([
      refuse('forms.short', { min: 3 }, 'name'),
      refuse('forms.short', { min: 10 }, 'reason'),
      refuse('forms.short', { min: 2 }, 'name'),
      refuse('forms.role', { rolesNeeded: ['STORE_OWNER'] }),
    ]);
    expect(refusalTexts(t, refusal)).toHaveLength(4);
    expect(fieldErrors(t, refusal)).toEqual({
      errors: { name: 'Too short, at least 3\nToo short, at least 2', reason: 'Too short, at least 10' },
      summary: 'Only store owner',
    });
  });
});
