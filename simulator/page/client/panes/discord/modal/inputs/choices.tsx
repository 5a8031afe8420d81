import type { ReactNode } from 'react';
import { type Option, optionsOf } from '../../components/options.ts';
import { useSeat } from '../../world/screen.ts';
import { type InputProps, listIn, useEntry } from '../form.ts';

export function RadioGroup({ input, inputId, described }: InputProps) {
  const options = optionsOf(input, useSeat().screen);
  const entry = useEntry(input, listIn);
  return (
    <div
      className="dc-choices"
      role="radiogroup"
      aria-labelledby={`${inputId}-label`}
      aria-describedby={described}
    >
      {options.map((option) => (
        <Choice key={option.value} option={option}>
          <input
            type="radio"
            name={inputId}
            checked={entry.value.includes(option.value)}
            onChange={() => entry.set([option.value])}
          />
        </Choice>
      ))}
    </div>
  );
}

export function CheckboxGroup({ input, inputId, described }: InputProps) {
  const options = optionsOf(input, useSeat().screen);
  const entry = useEntry(input, listIn);
  const toggle = (value: string, on: boolean) =>
    entry.set(on ? [...entry.value, value] : entry.value.filter((one) => one !== value));
  return (
    <fieldset className="dc-choices" aria-labelledby={`${inputId}-label`} aria-describedby={described}>
      {options.map((option) => (
        <Choice key={option.value} option={option}>
          <input
            type="checkbox"
            checked={entry.value.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
        </Choice>
      ))}
    </fieldset>
  );
}

/** A single tick, named by its label. */
export function Checkbox({ input, inputId, described }: InputProps) {
  const entry = useEntry(input, (entered) => entered === true);
  return (
    <input
      id={inputId}
      type="checkbox"
      className="dc-tick"
      checked={entry.value}
      aria-describedby={described}
      onChange={(event) => entry.set(event.target.checked)}
    />
  );
}

function Choice({ option, children }: { readonly option: Option; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control comes in as the child.
    <label className="dc-choice">
      {children}
      <span>
        {option.label}
        {option.description && <small>{option.description}</small>}
      </span>
    </label>
  );
}
