import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import { remembered } from '../../remembered.ts';
import { Face } from '../people/person-picker.tsx';
import { Popover } from '../popover.tsx';
import { seatKey, seatOf, useSession } from '../session.ts';
import { GUIDE, type GuideStep } from './guide-steps.ts';

const hidden = remembered<boolean>('guide.hidden', (stored) => stored === true);

interface GuideProps {
  /** Brings a window to the front, by its key. */
  readonly show: (key: string) => void;
}

/** What to do, as whom and where, and the command that begins it. */
export function Guide({ show }: GuideProps) {
  const { t } = useLanguage();
  const closed = useObservable(hidden);
  if (closed) {
    return (
      <button type="button" className="sh-button sh-guide-open" onClick={() => hidden.set(false)}>
        {t('try.title')}
      </button>
    );
  }
  return (
    <nav className="sh-guide" aria-label={t('try.title')}>
      <strong className="sh-guide-title">{t('try.title')}</strong>
      <ol>
        {GUIDE.map((step, index) => (
          <li key={step.title}>
            <Step step={step} number={index + 1} show={show} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="sh-guide-x"
        aria-label={t('try.hide')}
        title={t('try.hide')}
        onClick={() => hidden.set(true)}
      >
        ×
      </button>
    </nav>
  );
}

interface StepProps extends GuideProps {
  readonly step: GuideStep;
  readonly number: number;
}

function Step({ step, number, show }: StepProps) {
  const { t } = useLanguage();
  const session = useSession();
  const turn = session.setup.turns[step.turn];
  const seat = seatOf(session, seatKey(turn.person, turn.platform));
  if (!seat) return null;
  const { person, platform, account, key } = seat;
  const begin = () => {
    show(key);
    platform.compose(account, step.command);
  };
  return (
    <Popover
      title={t('try.step', { number })}
      className="sh-step"
      label={
        <>
          <span className="sh-step-number">{number}</span>
          <span>{t(step.title)}</span>
        </>
      }
    >
      {(close) => (
        <div className="sh-step-card">
          <div className="sh-step-who">
            <Face person={person} />
            <span className="sh-platform">{platform.name}</span>
          </div>
          <p>{t(step.text)}</p>
          <button
            type="button"
            className="sh-button sh-button-strong"
            onClick={() => {
              close();
              begin();
            }}
          >
            <code>{step.command}</code> {t('try.do')}
          </button>
        </div>
      )}
    </Popover>
  );
}
