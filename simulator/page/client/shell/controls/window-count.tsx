import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import { useRoom, wantedWindows } from '../windows.ts';

/** How many people side by side; only what the screen has room for. */
export function WindowCount({ shown }: { readonly shown: number }) {
  const { t } = useLanguage();
  const { fit } = useRoom();
  useObservable(wantedWindows);
  if (fit === 1) return null;
  const counts = Array.from({ length: fit }, (_, index) => index + 1);
  return (
    <fieldset className="sh-segments" aria-label={t('page.panes')} title={t('page.panes')}>
      {counts.map((count) => (
        <button
          key={count}
          type="button"
          className="sh-segment sh-segment-icon"
          aria-pressed={count === shown}
          aria-label={`${count}`}
          onClick={() => wantedWindows.set(count)}
        >
          {counts.slice(0, count).map((bar) => (
            <i key={bar} />
          ))}
        </button>
      ))}
    </fieldset>
  );
}
