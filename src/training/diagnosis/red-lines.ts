import { RED_LINE } from '../rules.ts';
import type { Benchmark, Compared, WindowFigures } from './figures.ts';
import { settled } from './settled.ts';

/** In the order that decides between equals. */
export const RED_LINES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type RedLine = (typeof RED_LINES)[number];

export interface CrossedLine {
  readonly code: RedLine;
  /** 0 where the line is just reached, 1 from twice as far on. */
  readonly severity: number;
}

interface Case extends Compared {
  readonly onTimeFiled: number | null;
}

/** Severity of each line that is crossed; without a benchmark only what needs none (domain-rules §10). */
export function crossedLines(subject: Case): readonly CrossedLine[] {
  const { figures, benchmark } = subject;
  const severities: Readonly<Record<RedLine, readonly (number | null)[]>> = {
    R1: [benchmark && disputes(figures, benchmark)],
    R2: benchmark ? descriptions(figures, benchmark) : [],
    R3: [onTime(subject)],
    R4: [benchmark && refunds(figures, benchmark)],
    R5: replies(figures, benchmark),
    R6: stock(figures, benchmark),
  };
  return RED_LINES.flatMap((code) => {
    const crossed = severities[code].filter((severity) => severity !== null);
    return crossed.length === 0 ? [] : [{ code, severity: Math.max(...crossed) }];
  }).sort((one, other) => other.severity - one.severity);
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** Null below the limit. */
function tooHigh(value: number, limit: number): number | null {
  const [reached, from] = [settled(value), settled(limit)];
  return reached >= from && reached > 0 ? clamped(Math.log2(reached / from)) : null;
}

/** Null above the limit. */
function tooLow(value: number, limit: number): number | null {
  const [reached, from] = [settled(value), settled(limit)];
  return reached <= from && from > 0 ? clamped(Math.log2(from / reached)) : null;
}

/** The rate is drawn towards the group's own, as if so many more orders had been like theirs. */
function disputes({ disputesUpheld, orders }: WindowFigures, { disputeRate }: Benchmark): number | null {
  const { times, atLeast, priorOrders } = RED_LINE.disputes;
  if (disputesUpheld < atLeast) return null;
  const rate = (disputesUpheld + priorOrders * disputeRate) / (orders + priorOrders);
  return tooHigh(rate, times * disputeRate);
}

/** Scores lie so close together that their distance says more than their ratio. */
function descriptions({ dsr, dsrCount }: WindowFigures, benchmark: Benchmark): readonly (number | null)[] {
  const { below, atLeast } = RED_LINE.dsr;
  if (dsrCount < atLeast) return [];
  return dsr.map((score, index) => {
    const mean = benchmark.dsr[index];
    return typeof mean === 'number' ? tooHigh(mean - score, below) : null;
  });
}

function onTime({ figures, benchmark, onTimeFiled }: Case): number | null {
  if (figures.shipped === 0) return null;
  const share = figures.onTime / figures.shipped;
  const peers = benchmark && tooLow(share, benchmark.onTimeShare - RED_LINE.onTime.below);
  const filed = onTimeFiled !== null && share < onTimeFiled ? tooLow(share, onTimeFiled) : null;
  return peers === null && filed === null ? null : Math.max(peers ?? 0, filed ?? 0);
}

function refunds({ factors, refundCases }: WindowFigures, { refundRate }: Benchmark): number | null {
  const { times, atLeast } = RED_LINE.refunds;
  return refundCases < atLeast ? null : tooHigh(1 - factors.KEEP, times * refundRate);
}

function replies(
  { replyRate, firstReplySeconds }: WindowFigures,
  benchmark: Benchmark | null,
): readonly (number | null)[] {
  const { rate, times } = RED_LINE.reply;
  const usual = benchmark?.firstReplySeconds ?? null;
  return [
    replyRate !== null && replyRate < rate ? tooLow(replyRate, rate) : null,
    firstReplySeconds !== null && usual !== null ? tooHigh(firstReplySeconds, times * usual) : null,
  ];
}

function stock(
  { stockCoverDays, turnover }: WindowFigures,
  benchmark: Benchmark | null,
): readonly (number | null)[] {
  const { coverDays, turnoverTimes } = RED_LINE.stock;
  const usual = benchmark?.turnover ?? null;
  return [
    stockCoverDays !== null && stockCoverDays < coverDays ? tooLow(stockCoverDays, coverDays) : null,
    turnover !== null && usual !== null && turnover < turnoverTimes * usual
      ? tooLow(turnover, turnoverTimes * usual)
      : null,
  ];
}
