import type { Button, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment, type Text } from '../../../chat/text.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import type { HandoverLine } from '../../handover/items.ts';
import type { Case } from '../../record/case.ts';
import { handleOf } from '../card/handle.ts';

export const HANDOVER = 'handover';

/** What has been handed over, by whom, and what is still open. */
export function handoverSection(
  { t }: Pick<Reader, 't'>,
  lines: readonly HandoverLine[],
): readonly Section[] {
  if (lines.length === 0) return [];
  return [{ title: t('cases.section.handover'), list: lines.map((line) => lineText({ t }, line)) }];
}

function lineText({ t }: Pick<Reader, 't'>, { item, doneAt, doneByName, finding }: HandoverLine): Text {
  const name = t(`cases.handover.${item}`);
  if (doneAt !== null) return [`✓ ${name} · ${doneByName ?? ''} · `, moment(doneAt)];
  return finding ? `✗ ${name} · ${t('cases.handover-finding')}` : `○ ${name}`;
}

/** Either side may say that something is done: both see who said it. */
export function handoverButtons(
  { t, actor }: Pick<Reader, 't'> & { readonly actor: Actor },
  { report }: Case,
  lines: readonly HandoverLine[],
): readonly Button[] {
  if (!permitted('report.handover', actor, report).allowed) return [];
  return lines
    .filter(({ doneAt }) => doneAt === null)
    .map(({ item }) => ({
      label: `✓ ${t(`cases.handover.${item}`)}`,
      tone: 'plain',
      handle: handleOf(report, HANDOVER, item),
    }));
}
