import { stringAt } from '../../../../../../common/json.ts';
import { type InputProps, textIn, useEntry } from '../form.ts';

const PARAGRAPH = 2;

/** One line or several, with Discord's counter in the corner of a long one. */
export function TextInput({ input, inputId, described }: InputProps) {
  const entry = useEntry(input, textIn);
  const max = typeof input.max_length === 'number' ? input.max_length : 4_000;
  const shared = {
    id: inputId,
    className: 'dc-text',
    value: entry.value,
    maxLength: max,
    placeholder: stringAt(input, 'placeholder'),
    autoComplete: 'off',
    'aria-describedby': described,
    onChange: (event: { readonly target: { readonly value: string } }) => entry.set(event.target.value),
  };
  if (input.style !== PARAGRAPH) return <input {...shared} type="text" />;
  return (
    <div className="dc-text-wrap">
      <textarea {...shared} rows={4} />
      <span className="dc-counter">{max - entry.value.length}</span>
    </div>
  );
}
