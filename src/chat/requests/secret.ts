import type { FormValues } from '../form.ts';
import type { Incoming } from '../incoming.ts';

/** An API key of ours or the secret of a webhook, whole or cut short: what was lost at its end may stand in the next message. */
const SECRET = /bb_(live|test)_[0-9A-Za-z]{16,}|whsec_[0-9A-Za-z+/]{16,}/;

/** In any width of letters, as everything typed is read. */
export const carriesSecret = (text: string): boolean => SECRET.test(text.normalize('NFKC'));

/** Whether a secret stands in anything that was typed; in a form, beside which inputs. */
export function secretIn(incoming: Incoming): { readonly fields: readonly string[] } | null {
  if (incoming.kind === 'form') return secretInForm(incoming.values);
  return typedIn(incoming).some(carriesSecret) ? { fields: [] } : null;
}

function secretInForm(values: FormValues) {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    carriesSecret(JSON.stringify(value)) ? [name] : [],
  );
  return fields.length === 0 ? null : { fields };
}

function typedIn(incoming: Exclude<Incoming, { kind: 'form' }>): readonly string[] {
  switch (incoming.kind) {
    case 'command':
      return [incoming.text];
    case 'command-options':
      return Object.values(incoming.options);
    case 'message':
      return [incoming.text, ...(incoming.files ?? []).map(({ name }) => name)];
    case 'click':
    case 'home':
      return [];
  }
}

/** The request without anything that was typed. */
export function emptied(incoming: Incoming): Incoming {
  switch (incoming.kind) {
    case 'command':
      return { ...incoming, text: '' };
    case 'command-options':
      return { ...incoming, options: {} };
    case 'form':
      return { ...incoming, values: {} };
    case 'message':
      return { ...incoming, text: '', files: [] };
    case 'click':
    case 'home':
      return incoming;
  }
}
