import { type FormEvent, useState } from 'react';
import { CLOCK_ZONE, type ClockMove, moveClock, useNow } from '../../clock.ts';
import { type Speaking, useLanguage } from '../../language/language.ts';
import { Popover } from '../popover.tsx';
import { say } from '../toast.ts';

const STEPS = [
  { by: 'hour', label: 'clock.hour' },
  { by: 'business-day', label: 'clock.businessDay' },
  { by: 'week', label: 'clock.week' },
] as const;

/** The simulated time, and the ways to move it. */
export function ClockControls() {
  const speaking = useLanguage();
  const { t } = speaking;
  const now = new Date(useNow(1_000));
  return (
    <div className="sh-clock">
      <Popover title={t('clock.set')} className="sh-clock-face" label={<Face now={now} />}>
        {(close) => <SetClock now={now} close={close} />}
      </Popover>
      <div className="sh-segments">
        {STEPS.map(({ by, label }) => (
          <button key={by} type="button" className="sh-segment" onClick={() => void move({ by }, speaking)}>
            {t(label)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Face({ now }: { readonly now: Date }) {
  const { t, language } = useLanguage();
  return (
    <>
      <span className="sh-clock-time">
        {words(now, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
      </span>
      <span className="sh-clock-date">
        {words(now, language, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' })}
        <span className="sh-clock-zone"> · {t('clock.zone')}</span>
      </span>
    </>
  );
}

function words(at: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: CLOCK_ZONE, ...options }).format(at);
}

async function move(to: ClockMove, { t, language }: Speaking): Promise<void> {
  const moved = await moveClock(to);
  if ('failed' in moved) return say(t('clock.failed', { reason: moved.failed }));
  say(t('clock.moved', { time: words(moved.now, language, { dateStyle: 'medium', timeStyle: 'short' }) }));
}

function SetClock({ now, close }: { readonly now: Date; readonly close: () => void }) {
  const speaking = useLanguage();
  const { t } = speaking;
  const [wall, setWall] = useState(() => wallClock(now));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    // Shanghai has kept UTC+8 all year round since 1991.
    void move({ to: new Date(`${wall}:00+08:00`).toISOString() }, speaking);
  };
  return (
    <form className="sh-form" onSubmit={submit}>
      <h3>{t('clock.set.title')}</h3>
      <label>
        {t('clock.set.label')}
        <input
          type="datetime-local"
          required
          value={wall}
          onChange={(event) => setWall(event.target.value)}
        />
      </label>
      <button type="submit" className="sh-button sh-button-strong">
        {t('clock.set.apply')}
      </button>
    </form>
  );
}

/** `YYYY-MM-DDTHH:MM` on the wall in Shanghai. */
function wallClock(at: Date): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: CLOCK_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return text.format(at).replace(' ', 'T');
}
