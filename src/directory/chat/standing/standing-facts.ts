import type { Fact } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { codeWord } from '../../../chat/messages/codes.ts';
import { day, type Inline } from '../../../chat/text.ts';
import type { StandingRecord } from '../../records/standing-record.ts';

/** Each fact in the reader's words, to stand in a sentence or beside a label. */
export function standingWords({ t }: Reader, standing: StandingRecord): Readonly<Record<WordedFact, Inline>> {
  const until = (date: string | null): Inline =>
    date === null ? t('directory.keep-standing.none') : day(date);
  const { depositAvailableMinor: minor, depositCurrency: currency } = standing;
  const money = codeWord(t, 'deposit', { minor, currency });
  return {
    recognisedUntil: until(standing.recognisedUntil),
    barred: t(`fields.option.yesNo.${standing.barred ? 'YES' : 'NO'}`),
    deposit: typeof money === 'number' ? String(money) : money,
    licenceUntil: until(standing.licenceUntil),
    authorisationUntil: until(standing.authorisationUntil),
    watchedUntil: until(standing.watchedUntil),
  };
}

const LABELS = {
  recognisedUntil: 'directory.register.recognised',
  barred: 'directory.keep-standing.barred',
  deposit: 'directory.keep-standing.deposit',
  licenceUntil: 'directory.register.licence',
  authorisationUntil: 'directory.keep-standing.authorisation',
  watchedUntil: 'directory.keep-standing.watched',
} as const;
type WordedFact = keyof typeof LABELS;
const WORDED = Object.keys(LABELS) as readonly WordedFact[];

/** Confidential: for private answers to leads alone. */
export function standingFacts(reader: Reader, standing: StandingRecord): readonly Fact[] {
  const words = standingWords(reader, standing);
  return WORDED.map((fact) => ({ label: reader.t(LABELS[fact]), value: [words[fact]] }));
}
