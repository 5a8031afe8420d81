import type { Section } from '../../../chat/card.ts';
import { codeWord } from '../../../chat/messages/codes.ts';
import { fact, type Showing, type Shown } from '../../chat/card/shown.ts';
import type { CaseOf } from '../../record/case.ts';
import { storedReasons } from '../pre-check.ts';

/** A channel reads that there is a request, and nothing of it. */
export function loanShown(showing: Showing, found: CaseOf<'loan'>): Shown {
  const { t, inChannel, last } = showing;
  const priority = found.priority ? [fact(t, 'priority', t('services.priority'))] : [];
  if (inChannel) return { facts: priority, sections: [] };
  const amount = codeWord(t, 'amount', { minor: Number(found.amountMinor), currency: found.currency });
  return {
    facts: [
      fact(t, 'purpose', t(`services.purpose.${found.purpose}`)),
      fact(t, 'amount', String(amount)),
      fact(t, 'term', t('services.months', { count: found.termMonths })),
      ...(last?.lender ? [fact(t, 'lender', `${last.lender} · ${last.reference ?? ''}`)] : []),
      ...(found.outcome === null ? [] : [fact(t, 'outcome', t(`services.outcome.${found.outcome}`))]),
      ...priority,
    ],
    sections: [...reasonsSection(showing, found), ...next(showing, found)],
    footer: t('services.no-credit-decision'),
  };
}

function reasonsSection({ t }: Showing, { state, reasons }: CaseOf<'loan'>): readonly Section[] {
  if (state !== 'PRECHECK_FAIL') return [];
  const list = storedReasons(reasons).map(({ code, ...figures }) => t(`services.pre-check.${code}`, figures));
  return [{ title: t('services.section.pre-check'), list }];
}

const next = ({ t }: Showing, { state }: CaseOf<'loan'>): readonly Section[] =>
  t.has(`services.loan-next.${state}`) ? [{ body: t(`services.loan-next.${state}`) }] : [];
