import { type KeyboardEvent, useRef, useState } from 'react';

export interface Combobox<Option> {
  readonly open: boolean;
  readonly query: string;
  readonly shown: readonly Option[];
  readonly active: number;
  readonly setOpen: (open: boolean) => void;
  readonly search: (query: string) => void;
  readonly point: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly field: React.RefObject<HTMLInputElement | null>;
}

/** A menu that one can search: arrows move, Enter takes, Escape closes, as in the ARIA combobox pattern. */
export function useCombobox<Option extends { readonly label: string }>(
  options: readonly Option[],
  take: (option: Option) => void,
): Combobox<Option> {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, point] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const wanted = query.trim().toLocaleLowerCase();
  const shown =
    wanted === '' ? options : options.filter((one) => one.label.toLocaleLowerCase().includes(wanted));
  const show = (next: boolean) => {
    setOpen(next);
    setQuery('');
    point(0);
  };
  const takeActive = () => {
    const option = shown[active];
    if (option) take(option);
  };
  const keys = new Map([
    ['ArrowDown', () => (open ? point(Math.min(active + 1, shown.length - 1)) : show(true))],
    ['ArrowUp', () => point(Math.max(active - 1, 0))],
    ['Enter', () => (open ? takeActive() : show(true))],
    ['Escape', () => show(false)],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys.get(event.key);
    if (!act || (event.key === 'Escape' && !open)) return;
    // Escape closes the menu and must not close the form behind it; Enter must not send that form.
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const search = (next: string) => {
    setOpen(true);
    setQuery(next);
    point(0);
  };
  return { open, query, shown, active, setOpen: show, search, point, onKeyDown, field };
}
