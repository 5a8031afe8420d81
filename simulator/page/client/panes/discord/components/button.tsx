import { useState } from 'react';
import { objectAt, stringAt } from '../../../../../common/json.ts';
import type { ComponentProps } from './any-component.tsx';
import { useSurface } from './surface.ts';

/** https://discord.com/developers/docs/components/reference#button-button-styles */
const STYLES: Readonly<Record<number, string>> = {
  1: 'dc-button-primary',
  2: 'dc-button-secondary',
  3: 'dc-button-success',
  4: 'dc-button-danger',
  5: 'dc-button-link',
};

/** A button; three dots stand in it while the app has not answered. */
export function Button({ component }: ComponentProps) {
  const surface = useSurface();
  const [busy, setBusy] = useState(false);
  const url = stringAt(component, 'url');
  const emoji = objectAt(component, 'emoji');
  const click = async () => {
    if (url) {
      window.open(url, '_blank', 'noopener');
      return;
    }
    setBusy(true);
    await surface.act(stringAt(component, 'custom_id') ?? '');
    setBusy(false);
  };
  return (
    <button
      type="button"
      className={`dc-button ${STYLES[Number(component.style)] ?? 'dc-button-secondary'}`}
      aria-busy={busy}
      disabled={busy || component.disabled === true}
      onClick={() => void click()}
    >
      {emoji && <span aria-hidden="true">{stringAt(emoji, 'name')}</span>}
      <span>{stringAt(component, 'label')}</span>
      {url && <span aria-hidden="true">↗</span>}
    </button>
  );
}
