import type { Button, IssuedCard } from '../../../src/chat/card.ts';
import type { Field, FormPage } from '../../../src/chat/form.ts';

export function aCard(over: Partial<IssuedCard> = {}): IssuedCard {
  return { tone: 'waiting', title: 'Report CR-2026-000123', lead: 'It is your turn', ...over };
}

export function aButton(over: Partial<Button<string>> = {}): Button<string> {
  return { label: 'Confirm', tone: 'primary', handle: 'act_confirm', ...over };
}

export function aPage(over: Partial<FormPage<string>> = {}): FormPage<string> {
  return {
    form: 'report.fill',
    page: 'contract',
    target: 'act_fill',
    title: 'Contract',
    fields: [{ kind: 'text', name: 'contract_no', label: 'Contract number' }],
    submitLabel: 'Next',
    closeLabel: 'Close',
    ...over,
  };
}

const OPTIONS = ['OPERATIONS', 'DESIGN'].map((value) => ({ value, label: value.toLowerCase() }));

export const EVERY_FIELD: readonly Field[] = [
  { kind: 'text', name: 'text', label: 'Text' },
  { kind: 'longText', name: 'long', label: 'Long text', optional: true },
  { kind: 'number', name: 'number', label: 'Number', decimal: true, optional: true },
  { kind: 'date', name: 'date', label: 'Date', optional: true },
  { kind: 'choice', name: 'choice', label: 'Choice', options: OPTIONS, optional: true },
  { kind: 'choices', name: 'choices', label: 'Choices', options: OPTIONS, optional: true },
  { kind: 'ticks', name: 'ticks', label: 'Ticks', options: OPTIONS, optional: true },
  { kind: 'file', name: 'file', label: 'File', extensions: ['pdf'], maxFiles: 2, optional: true },
  { kind: 'note', name: 'note', text: 'A word in between' },
];
