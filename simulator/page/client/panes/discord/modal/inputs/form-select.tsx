import { Menu } from '../../components/menu.tsx';
import { type InputProps, listIn, useEntry } from '../form.ts';

/** A menu in a form only keeps what is chosen. */
export function FormSelect({ input, inputId, described }: InputProps) {
  const entry = useEntry(input, listIn);
  return (
    <Menu component={input} chosen={entry.value} choose={entry.set} inputId={inputId} described={described} />
  );
}
