import { stringAt } from '../../../../../../common/json.ts';
import { useLanguage } from '../../../../language/language.ts';
import { plainText } from '../../text/text-object.tsx';
import { describedBy } from '../describe.ts';
import type { ElementProps } from '../element.ts';
import { useEntry } from '../use-entry.ts';

const TYPES: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
};

/** One line or several; with Slack's counter once a limit comes near. */
export function TextInput(props: ElementProps) {
  const { element, inputId } = props;
  const entry = useEntry(props, (state) => (state && stringAt(state, 'value')) ?? '');
  const shared = {
    id: inputId,
    className: 'sl-field',
    value: entry.value,
    placeholder: plainText(element.placeholder),
    autoFocus: element.focus_on_load === true,
    autoComplete: 'off',
    'aria-describedby': describedBy(inputId),
    onChange: (event: { readonly target: { readonly value: string } }) => entry.set(event.target.value),
  };
  return (
    <div className="sl-field-wrap">
      {element.multiline === true ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input {...shared} type={TYPES[String(element.type)] ?? 'text'} />
      )}
      <Counter max={element.max_length} length={entry.value.length} />
    </div>
  );
}

function Counter({ max, length }: { readonly max: unknown; readonly length: number }) {
  const { t } = useLanguage();
  if (typeof max !== 'number' || length < max * 0.8) return null;
  const left = max - length;
  return (
    <span className={left < 0 ? 'sl-counter sl-counter-over' : 'sl-counter'} aria-live="polite">
      {t('modal.left', { count: left })}
    </span>
  );
}

/** Numbers are typed as text, as in Slack: what is no number is refused when the form is sent. */
export function NumberInput(props: ElementProps) {
  const { element, inputId } = props;
  const entry = useEntry(props, (state) => (state && stringAt(state, 'value')) ?? '');
  return (
    <input
      id={inputId}
      className="sl-field sl-field-number"
      type="text"
      inputMode={element.is_decimal_allowed === true ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={entry.value}
      placeholder={plainText(element.placeholder)}
      aria-describedby={describedBy(inputId)}
      onChange={(event) => entry.set(event.target.value)}
    />
  );
}
