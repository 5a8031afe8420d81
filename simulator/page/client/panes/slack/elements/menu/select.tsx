import { useLanguage } from '../../../../language/language.ts';
import { type Combobox, useCombobox } from '../../../shared/draw/combobox.ts';
import { withEmoji } from '../../text/emoji.ts';
import { plainText } from '../../text/text-object.tsx';
import { useSeat } from '../../world/screen.ts';
import { describedBy } from '../describe.ts';
import { chosenIn, type ElementProps, type OptionItem } from '../element.ts';
import { useEntry } from '../use-entry.ts';
import { OptionList } from './option-list.tsx';
import { optionsFor } from './options-of.ts';

/** One choice from a menu. */
export function Select(props: ElementProps) {
  const { t } = useLanguage();
  const options = optionsFor(props.element, useSeat().screen);
  const entry = useEntry<string | null>(props, (state) => chosenIn(state)[0] ?? null);
  const take = (option: OptionItem) => {
    entry.set(option.value);
    box.setOpen(false);
  };
  const box = useCombobox(options, take);
  const chosen = options.find((option) => option.value === entry.value);
  const words = chosen ? withEmoji(chosen.label) : undefined;
  const placeholder = words ?? (plainText(props.element.placeholder) || t('modal.select'));
  return (
    <div className="sl-select">
      <Field {...props} box={box} placeholder={placeholder} filled={words !== undefined} />
      {entry.value !== null && props.block.optional === true && (
        <button
          type="button"
          className="sl-select-clear"
          aria-label={t('modal.clear')}
          onClick={() => entry.set(null)}
        >
          ×
        </button>
      )}
      {box.open && (
        <OptionList id={`${props.inputId}-list`} box={box} chosen={[entry.value ?? '']} take={take} />
      )}
    </div>
  );
}

/** Several choices; each stands as a tag before the field. */
export function MultiSelect(props: ElementProps) {
  const { t } = useLanguage();
  const options = optionsFor(props.element, useSeat().screen);
  const entry = useEntry<readonly string[]>(props, chosenIn);
  const take = ({ value }: OptionItem) =>
    entry.set(
      entry.value.includes(value) ? entry.value.filter((one) => one !== value) : [...entry.value, value],
    );
  const box = useCombobox(options, take);
  const tags = options.filter((option) => entry.value.includes(option.value));
  const placeholder = tags.length > 0 ? '' : plainText(props.element.placeholder) || t('modal.selectMany');
  return (
    <div className="sl-select sl-select-many">
      {tags.map((option) => (
        <span key={option.value} className="sl-tag">
          {withEmoji(option.label)}
          <button
            type="button"
            aria-label={t('modal.remove', { name: option.label })}
            onClick={() => take(option)}
          >
            ×
          </button>
        </span>
      ))}
      <Field {...props} box={box} placeholder={placeholder} filled={false} />
      {box.open && <OptionList id={`${props.inputId}-list`} box={box} chosen={entry.value} take={take} />}
    </div>
  );
}

interface FieldProps extends ElementProps {
  readonly box: Combobox<OptionItem>;
  readonly placeholder: string;
  readonly filled: boolean;
}

function Field({ inputId, box, placeholder, filled }: FieldProps) {
  return (
    <input
      id={inputId}
      ref={box.field}
      className={filled ? 'sl-field sl-select-field sl-select-filled' : 'sl-field sl-select-field'}
      role="combobox"
      aria-expanded={box.open}
      aria-controls={`${inputId}-list`}
      aria-activedescendant={box.open ? `${inputId}-list-${box.active}` : undefined}
      aria-describedby={describedBy(inputId)}
      autoComplete="off"
      placeholder={placeholder}
      value={box.query}
      onClick={() => box.setOpen(true)}
      onBlur={() => box.setOpen(false)}
      onChange={(event) => box.search(event.target.value)}
      onKeyDown={box.onKeyDown}
    />
  );
}
