import type { Button, Card, Section } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import type { Refusal } from '../../../result.ts';
import type { Case } from '../../record/case.ts';
import { fieldLabel } from '../field-label.ts';
import { type PageReadiness, type Readiness, readinessOf } from '../readiness.ts';
import { handleOf } from './handle.ts';
import { submitButton } from './submit-button.ts';

/**
 * Where the provider's form stands, to its own people: what is still missing, a button for each page, and what every
 * blank standard will cost, before anything is submitted.
 */
export function readinessCard(talk: Known, parties: Case): Card {
  const { t, person } = talk;
  const readiness = readinessOf(parties, person.principalId, talk.app.clock.now());
  const { report, store } = parties;
  return {
    tone: readiness.ready ? 'good' : 'waiting',
    title: t('cases.ready.title', { id: report.id }),
    lead: t(readiness.ready ? 'cases.ready.ready' : 'cases.ready.missing', { store: store.name }),
    sections: [...missing(talk, readiness), ...costs(talk, readiness)],
    actions: [
      submitButton({ t, actor: person }, parties, readiness),
      ...readiness.pages.map((page) => pageButton(talk, parties, page)),
    ],
  };
}

function missing({ t }: Known, { pages }: Readiness): readonly Section[] {
  return pages
    .filter(({ refusals }) => refusals.length > 0)
    .map(({ title, refusals }) => ({
      title: t(title),
      list: refusals.map((refusal) => missingLine(t, refusal)),
    }));
}

/** A standard's own texts begin with its code. */
function missingLine(t: Known['t'], refusal: Refusal): string {
  const text = plain(refusalText(t, refusal));
  const label = fieldLabel(t, refusal.field ?? '');
  return refusal.refused.startsWith('standards.') ? text : t('common.labelled', { label, text });
}

/** "A blank puts full responsibility on the provider" (domain-rules §0): said while it can still be mended. */
function costs({ t }: Known, { blanks }: Readiness): readonly Section[] {
  if (blanks.length === 0) return [];
  return [
    {
      title: t('cases.ready.blank-standards', { count: blanks.length }),
      list: blanks.map(({ code, metric, message }) =>
        t('common.labelled', { label: `${code} ${t(metric)}`, text: t(message) }),
      ),
    },
  ];
}

const pageButton = ({ t }: Known, { report }: Case, { id, title, refusals }: PageReadiness): Button => ({
  label: `${refusals.length === 0 ? '✓' : '○'} ${t(title)}`,
  tone: 'plain',
  handle: handleOf(report, 'fill', id),
});
