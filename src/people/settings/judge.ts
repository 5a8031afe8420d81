import { nearest } from '../../chat/commands/nearest.ts';
import { LOCALES, type Locale } from '../../chat/conversation.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';
import { minutesOf } from '../working-hours.ts';
import { ZONE_NAMES, zoneNamed } from '../zone.ts';

/** What people choose for themselves. */
export interface Settings {
  /** Null follows the chat account. */
  readonly locale: Locale | null;
  /** IANA zone; null follows the organisation's default. */
  readonly zone: string | null;
  /** Minutes after midnight in the person's zone. */
  readonly opensAt: number;
  readonly closesAt: number;
}

/** As typed. */
export interface SettingsInput {
  readonly language: string;
  readonly zone: string;
  readonly opens: string;
  readonly closes: string;
}

/** Refused, each beside its field: `accounts.zone-unknown`, `accounts.not-a-time`, `accounts.hours-reversed`. */
export function judgeSettings(typed: SettingsInput): Result<Settings> {
  const zone = zoneOf(typed.zone);
  const opensAt = timeOf(typed.opens, 'opens');
  const closesAt = timeOf(typed.closes, 'closes');
  if (isRefused(zone) || isRefused(opensAt) || isRefused(closesAt)) {
    return together([zone, opensAt, closesAt].filter((each) => isRefused<unknown>(each)));
  }
  if (opensAt.ok >= closesAt.ok) return refuse('accounts.hours-reversed', {}, 'closes');
  const locale = LOCALES.find((known) => known === typed.language) ?? null;
  return ok({ locale, zone: zone.ok, opensAt: opensAt.ok, closesAt: closesAt.ok });
}

function timeOf(typed: string, field: 'opens' | 'closes'): Result<number> {
  const minutes = minutesOf(typed);
  return minutes === undefined ? refuse('accounts.not-a-time', { typed }, field) : ok(minutes);
}

function together([first, ...others]: readonly Refusal[]): Refusal {
  return first ? refuseAll([first, ...others]) : refuse('accounts.not-a-time');
}

/** Empty is no choice. */
function zoneOf(typed: string): Result<string | null> {
  if (typed.trim() === '') return ok(null);
  const zone = zoneNamed(typed);
  if (zone) return ok(zone);
  const meant = nearest(typed.trim().replaceAll(' ', '_'), ZONE_NAMES);
  return meant
    ? refuse('accounts.zone-unknown-but', { typed, meant }, 'zone')
    : refuse('accounts.zone-unknown', { typed }, 'zone');
}
