import type { Section } from '../../../chat/card.ts';
import { day, type Text } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import { fact, type Showing, type Shown } from '../../chat/card/shown.ts';
import type { CaseOf } from '../../record/case.ts';
import { type ConsultationAnswer, storedAnswer } from '../fields.ts';
import { type Letter, storedLetter } from '../letter.ts';

/** The brand and the question are the provider's own affair: a channel reads what it is about. */
export function consultationShown(showing: Showing, found: CaseOf<'consultation'>): Shown {
  const { t, inChannel } = showing;
  const about = [
    fact(t, 'topic', t(`services.topic.${found.topic}`)),
    fact(t, 'category', categoryName(found.category, t.locale)),
    fact(t, 'region', t(`services.region.${found.entityRegion}`)),
  ];
  if (inChannel) return { facts: about, sections: [] };
  return {
    facts: [
      fact(t, 'brand', found.brand),
      ...about,
      fact(t, 'trademark', t(`services.trademark.${found.trademarkStatus}`)),
      fact(t, 'target', [day(isoDay(found.targetDate))]),
      ...letterFacts(t, storedLetter(found.letter)),
    ],
    sections: [
      { title: t('services.section.question'), body: found.question },
      ...reopened(showing),
      ...answerSection(t, storedAnswer(found.answer)),
      ...outOfScope(showing),
    ],
    ...(found.answer === null ? {} : { footer: t('services.not-legal-advice') }),
  };
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const letterFacts = (t: Showing['t'], letter: Letter | null) =>
  letter === null
    ? []
    : [
        fact(
          t,
          'letter',
          t.text('services.letter', {
            with: letter.signedWith,
            on: day(letter.signedOn),
            file: letter.fileName,
          }),
        ),
      ];

function answerSection(t: Showing['t'], answer: ConsultationAnswer | null): readonly Section[] {
  if (answer === null) return [];
  const rests: Text = t.text('services.rests-on', { rule: answer.ruleAddress, on: day(answer.ruleDate) });
  return [{ title: t('services.section.answer'), body: answer.text, list: [rests] }];
}

const reopened = ({ t, last }: Showing): readonly Section[] =>
  last?.event === 'reopen' && last.reason !== null
    ? [{ title: t('services.section.reopened'), body: last.reason }]
    : [];

const outOfScope = ({ t, last }: Showing): readonly Section[] =>
  last?.event === 'out-of-scope'
    ? [{ title: t('services.section.out-of-scope'), body: t(`services.scope-text.${last.scope ?? 'LEGAL'}`) }]
    : [];
