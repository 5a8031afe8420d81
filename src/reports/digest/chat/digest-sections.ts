import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Text } from '../../../chat/text.ts';
import { BUSINESS_DAY_MINUTES } from '../../../reminders/calendar/calendar.ts';
import { fieldLabel } from '../../chat/field-label.ts';
import type { OpenCases } from '../numbers/open-cases.ts';
import type { OwnTime } from '../numbers/own-time.ts';
import type { ReturnReason } from '../numbers/returns.ts';

export type Words = Pick<Reader, 't'>;

export function openSection({ t }: Words, open: readonly OpenCases[]): Section {
  const title = t('digest.open.title');
  if (open.length === 0) return { title, body: t('digest.open.none') };
  return { title, list: open.map((line) => openLine({ t }, line)) };
}

function openLine({ t }: Words, line: OpenCases): Text {
  const parts = (['late', 'days0to2', 'days3to7', 'days8to14', 'days15on'] as const)
    .filter((part) => line[part] > 0)
    .map((part) => ` · ${t(`digest.open.${part}`, { cases: line[part] })}`);
  return [t('digest.open.line', { state: t(`reports.state.${line.state}`), cases: line.count }), ...parts];
}

export function timeSection({ t }: Words, times: readonly OwnTime[]): Section {
  const title = t('digest.time.title');
  if (times.length === 0) return { title, body: t('digest.time.none') };
  return { title, list: times.map((time) => timeLine({ t }, time)) };
}

const timeLine = ({ t }: Words, { state, count, medianMinutes, p90Minutes }: OwnTime): string =>
  t('digest.time.line', {
    state: t(`reports.state.${state}`),
    count,
    median: duration({ t }, medianMinutes),
    p90: duration({ t }, p90Minutes),
  });

/** Business days of 9 hours; what took less than one is told in hours. */
const duration = ({ t }: Words, minutes: number): string =>
  minutes < BUSINESS_DAY_MINUTES
    ? t('digest.time.hours', { amount: (minutes / 60).toFixed(1) })
    : t('digest.time.days', { amount: (minutes / BUSINESS_DAY_MINUTES).toFixed(1) });

export function returnSections({ t }: Words, reasons: readonly ReturnReason[]): readonly Section[] {
  if (reasons.length === 0) return [];
  const list = reasons.map(({ field, times }) =>
    t('digest.returns.line', { field: fieldLabel(t, field), count: times }),
  );
  return [{ title: t('digest.returns.title'), list }];
}
