import { stringAt } from '../../../../../../common/json.ts';
import { plainText } from '../../text/text-object.tsx';
import { describedBy } from '../describe.ts';
import type { ElementProps } from '../element.ts';
import { useEntry } from '../use-entry.ts';

interface Kind {
  readonly type: 'date' | 'time';
  readonly key: 'selected_date' | 'selected_time';
}

const KINDS: Readonly<Record<string, Kind>> = {
  datepicker: { type: 'date', key: 'selected_date' },
  timepicker: { type: 'time', key: 'selected_time' },
};

/** Slack draws a calendar; the browser's own is as good and speaks the reader's language. */
export function DateInput(props: ElementProps) {
  const { element, inputId } = props;
  const { type, key } = KINDS[String(element.type)] ?? { type: 'date', key: 'selected_date' };
  const entry = useEntry<string | null>(props, (state) => (state && stringAt(state, key)) ?? null);
  return (
    <input
      id={inputId}
      className="sl-field sl-field-date"
      type={type}
      value={entry.value ?? ''}
      title={plainText(element.placeholder)}
      aria-describedby={describedBy(inputId)}
      onChange={(event) => entry.set(event.target.value === '' ? null : event.target.value)}
    />
  );
}

const local = (seconds: unknown) => {
  if (typeof seconds !== 'number') return '';
  const at = new Date(seconds * 1_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Epoch seconds. */
export function DateTimeInput(props: ElementProps) {
  const entry = useEntry<number | null>(props, (state) => {
    const seconds = state?.selected_date_time;
    return typeof seconds === 'number' ? seconds : null;
  });
  return (
    <input
      id={props.inputId}
      className="sl-field sl-field-date"
      type="datetime-local"
      value={local(entry.value)}
      aria-describedby={describedBy(props.inputId)}
      onChange={(event) => {
        const ms = new Date(event.target.value).getTime();
        entry.set(Number.isNaN(ms) ? null : Math.floor(ms / 1_000));
      }}
    />
  );
}
