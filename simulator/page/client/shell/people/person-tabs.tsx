import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import { type Seat, seatOf, useSession } from '../session.ts';
import { firstWindows } from '../use-seats.ts';
import { shownWindows } from '../windows.ts';
import { Unread } from './unread.tsx';

interface PersonTabsProps {
  readonly current: Seat;
  readonly choose: (key: string) => void;
}

/** Where only one window fits: the others one tap away, with what waits for them. */
export function PersonTabs({ current, choose }: PersonTabsProps) {
  const { pick } = useLanguage();
  const session = useSession();
  const chosen = useObservable(shownWindows);
  const keys = [...new Set([...firstWindows(session.setup), ...chosen])];
  const seats = keys.flatMap((key) => seatOf(session, key) ?? []).slice(0, 4);
  return (
    <nav className="sh-tabs">
      {seats.map((seat) => {
        const isCurrent = seat.account === current.account;
        return (
          <button
            key={seat.account}
            type="button"
            className="sh-tab"
            aria-current={isCurrent}
            onClick={() => choose(seat.key)}
          >
            <span className="sh-tab-words">
              <strong>{pick(seat.person.name)}</strong>
              <span>
                {pick(seat.person.title)} · {seat.platform.name}
              </span>
            </span>
            {!isCurrent && <Unread seat={seat} />}
          </button>
        );
      })}
    </nav>
  );
}
