import { useLanguage } from '../../../language/language.ts';
import { hourAndMinute, isoDay, nearDay, show } from '../../shared/draw/dates.ts';
import { useReader } from '../text/reader.ts';
import type { DiscordMessage } from '../world/wire.ts';

/** Today by the clock, other days with their date, as Discord writes it beside a name. */
export function MessageTime({
  message: { timestamp },
  quiet = false,
}: {
  readonly message: DiscordMessage;
  readonly quiet?: boolean;
}) {
  const { t } = useLanguage();
  const reader = useReader();
  const at = new Date(timestamp);
  const clock = hourAndMinute(at, reader);
  const isToday = isoDay(at, reader.zone) === isoDay(new Date(reader.nowMs), reader.zone);
  const day = isToday ? undefined : (nearDay(at, reader) ?? show(at, { dateStyle: 'short' }, reader));
  return (
    <time className={quiet ? 'dc-time dc-time-quiet' : 'dc-time'} dateTime={timestamp}>
      {quiet || day === undefined ? clock : t('discord.dayAndTime', { day, time: clock })}
    </time>
  );
}
