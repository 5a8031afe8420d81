import { useState } from 'react';
import { objectAt, stringAt } from '../../../../../common/json.ts';
import { plainText } from '../text/text-object.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { actionIdOf, blockIdOf, type ElementProps } from './element.ts';
import { useSurface } from './surface.ts';

const STYLES: Readonly<Record<string, string>> = {
  primary: ' sl-button-primary',
  danger: ' sl-button-danger',
};

/** A button; asks first when it carries a confirmation, and turns while the app has not acknowledged. */
export function Button({ element, block }: ElementProps) {
  const surface = useSurface();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = objectAt(element, 'confirm');
  const click = async () => {
    setAsking(false);
    setBusy(true);
    const url = stringAt(element, 'url');
    if (url) window.open(url, '_blank', 'noopener');
    await surface.act({ on: surface.ref, blockId: blockIdOf(block), actionId: actionIdOf(element) });
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className={`sl-button${STYLES[String(element.style)] ?? ''}`}
        aria-label={stringAt(element, 'accessibility_label')}
        aria-busy={busy}
        disabled={busy}
        onClick={() => (confirm ? setAsking(true) : void click())}
      >
        {plainText(element.text)}
      </button>
      {asking && confirm && (
        <ConfirmDialog confirm={confirm} yes={() => void click()} no={() => setAsking(false)} />
      )}
    </>
  );
}
