import { type KeyboardEvent, useEffect, useRef } from 'react';

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea, select, a[href], [tabindex="0"]';

/** Focus goes in, stays in while the dialog is open, and goes back where it was. Escape closes. */
export function useDialog(close: () => void) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const inside = ref.current;
    const first = inside?.querySelector<HTMLElement>(
      '[data-autofocus], .sl-field, .dc-text, .dc-select-field',
    );
    if (!inside?.contains(before)) (first ?? inside)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') keepInside(event, ref.current);
  };
  return { ref, onKeyDown, tabIndex: -1 } as const;
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement | null): void {
  const stops = [...(dialog?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && dialog?.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
