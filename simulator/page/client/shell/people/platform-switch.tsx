import { useLanguage } from '../../language/language.ts';
import { type Seat, seatsOf, useSession } from '../session.ts';
import { Unread } from './unread.tsx';

interface PlatformSwitchProps {
  readonly seat: Seat;
  readonly choose: (key: string) => void;
}

/** On which platform this window shows its person; for somebody with two accounts, the way to the other. */
export function PlatformSwitch({ seat, choose }: PlatformSwitchProps) {
  const { t } = useLanguage();
  const seats = seatsOf(useSession(), seat.person);
  if (seats.length === 1) return <span className="sh-platform">{seat.platform.name}</span>;
  return (
    <fieldset className="sh-segments sh-platforms" aria-label={t('person.platform')}>
      {seats.map((one) => (
        <button
          key={one.key}
          type="button"
          className="sh-segment"
          aria-pressed={one.platform === seat.platform}
          onClick={() => choose(one.key)}
        >
          {one.platform.name}
          {one.platform !== seat.platform && <Unread seat={one} />}
        </button>
      ))}
    </fieldset>
  );
}
