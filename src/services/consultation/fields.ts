/** What a consultation asks for (domain-rules §9). Pure. */
import { z } from 'zod';
import type { FormValues } from '../../chat/form.ts';
import { CATEGORIES, type Category } from '../../directory/categories.ts';
import { oneOf } from '../../reports/fields/typed/choice.ts';
import { writtenDate } from '../../reports/fields/typed/date.ts';
import { requiredChoice, requiredText } from '../../reports/fields/typed/field-schema.ts';
import { textWithin } from '../../reports/fields/typed/text.ts';
import type { IsoDate } from '../../reports/report.ts';
import { isRefused, ok, type Result } from '../../result.ts';
import { beside, line, readFields } from '../fields.ts';

/** The last two are asked about often and answered nowhere in this programme: who asks is told at once. */
export const TOPICS = ['ENTRY', 'QUALIFICATION', 'TRADEMARK', 'TIMELINE', 'OTHER', 'LEGAL', 'LOAN'] as const;
type Topic = (typeof TOPICS)[number];

export const OUT_OF_SCOPE = ['LEGAL', 'LOAN'] as const;

export const REGIONS = ['HK', 'US', 'EU', 'GB', 'JP', 'KR', 'AU', 'SG', 'OTHER'] as const;
export const TRADEMARK_STATUSES = ['REGISTERED', 'APPLIED', 'LICENSED', 'NONE'] as const;

const QUESTION = { min: 20, max: 2_000 };
const CATEGORY_CODES = Object.keys(CATEGORIES) as readonly Category[];

const FIELDS = {
  topic: requiredChoice(oneOf(TOPICS)),
  brand: line(80),
  entityRegion: requiredChoice(oneOf(REGIONS)),
  category: requiredChoice(oneOf(CATEGORY_CODES)),
  trademarkStatus: requiredChoice(oneOf(TRADEMARK_STATUSES)),
  targetDate: requiredText(writtenDate),
  question: requiredText(textWithin(QUESTION)),
};

export interface Question {
  readonly topic: Topic;
  readonly brand: string;
  readonly entityRegion: string;
  readonly category: string;
  readonly trademarkStatus: string;
  readonly targetDate: IsoDate;
  readonly question: string;
}

/** Refuses `fields.*`, `services.date-past`, and `services.scope-legal` and `services.scope-loan` beside the topic. */
export function readQuestion(values: FormValues, today: IsoDate): Result<Question> {
  const read = readFields(FIELDS, values);
  if (isRefused(read)) return read;
  const { topic, targetDate } = read.ok;
  if (topic === 'LEGAL') return beside('topic', 'services.scope-legal');
  if (topic === 'LOAN') return beside('topic', 'services.scope-loan');
  return targetDate < today ? beside('targetDate', 'services.date-past', { today }) : ok(read.ok);
}

const ANSWER_FIELDS = {
  text: requiredText(textWithin(QUESTION)),
  ruleAddress: line(300),
  ruleDate: requiredText(writtenDate),
};

/** An answer rests on a rule, as it stood on a day. */
export interface ConsultationAnswer {
  readonly text: string;
  readonly ruleAddress: string;
  readonly ruleDate: IsoDate;
}

/** Refuses `fields.*` and `services.date-ahead`. */
export function readAnswer(values: FormValues, today: IsoDate): Result<ConsultationAnswer> {
  const read = readFields(ANSWER_FIELDS, values);
  if (isRefused(read)) return read;
  return read.ok.ruleDate > today ? beside('ruleDate', 'services.date-ahead', { today }) : read;
}

const STORED_ANSWER = z
  .object({ text: z.string(), ruleAddress: z.string(), ruleDate: z.string() })
  .nullable();

/** The answer as the record keeps it; null: none yet. */
export const storedAnswer = (kept: unknown): ConsultationAnswer | null => STORED_ANSWER.parse(kept);
