import { TextObject } from '../../text/text-object.tsx';
import { describedBy } from '../describe.ts';
import { chosenIn, type ElementProps, type OptionItem, optionItems } from '../element.ts';
import { useEntry } from '../use-entry.ts';

/** Radio buttons. */
export function RadioButtons(props: ElementProps) {
  const { element, inputId } = props;
  const entry = useEntry<string | null>(props, (state) => chosenIn(state)[0] ?? null);
  return (
    <div
      className="sl-choices"
      role="radiogroup"
      aria-labelledby={`${inputId}-label`}
      aria-describedby={describedBy(inputId)}
    >
      {optionItems(element).map((option) => (
        <Choice key={option.value} option={option}>
          <input
            type="radio"
            name={inputId}
            checked={entry.value === option.value}
            onChange={() => entry.set(option.value)}
          />
        </Choice>
      ))}
    </div>
  );
}

export function Checkboxes(props: ElementProps) {
  const { element, inputId } = props;
  const entry = useEntry<readonly string[]>(props, chosenIn);
  const toggle = (value: string, on: boolean) =>
    entry.set(on ? [...entry.value, value] : entry.value.filter((one) => one !== value));
  return (
    <fieldset
      className="sl-choices"
      aria-labelledby={`${inputId}-label`}
      aria-describedby={describedBy(inputId)}
    >
      {optionItems(element).map((option) => (
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

function Choice({ option, children }: { readonly option: OptionItem; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control comes in as the child.
    <label className="sl-choice">
      {children}
      <span>
        <TextObject of={option.text} />
        {option.description && (
          <span className="sl-choice-help">
            <TextObject of={option.description} />
          </span>
        )}
      </span>
    </label>
  );
}
