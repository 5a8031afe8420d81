import type { ExceptionCode } from '../../report.ts';
import { someOf } from '../typed/choice.ts';
import { optionalChoice, optionalText } from '../typed/field-schema.ts';
import { textWithin } from '../typed/text.ts';
import { input, options } from './input.ts';

const EXCEPTION_TEXT = { min: 20, max: 1000 };
const NO_EXCEPTIONS: readonly ExceptionCode[] = [];

/** What the provider may ask to be excused from; the store asks for the others with its request. */
export const PROVIDER_EXCEPTIONS = [
  'DEPOSIT_WAIVER',
  'EVIDENCE_DATES',
] as const satisfies readonly ExceptionCode[];
export const STORE_EXCEPTIONS = [
  'SEASONAL',
  'TRIAL',
  'CONTRACT_REMAINDER',
  'BACK_DATED',
] as const satisfies readonly ExceptionCode[];

export const exceptionFields = (codes: readonly ExceptionCode[]) => [
  input('exceptionCodes', 'choices', { mandatory: 'never', options: options('exception', codes) }),
  input('exceptionText', 'longText', { mandatory: 'sometimes', maxLength: EXCEPTION_TEXT.max }),
];

export const exceptionShape = (codes: readonly ExceptionCode[]) => ({
  exceptionCodes: optionalChoice(someOf(codes, { min: 1, max: codes.length }), NO_EXCEPTIONS),
  exceptionText: optionalText(textWithin(EXCEPTION_TEXT)),
});
