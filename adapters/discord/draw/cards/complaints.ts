import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FormPage } from '../../../../src/chat/form.ts';
import { localeOf } from '../../../shared/locale.ts';
import { packId } from '../../custom-id.ts';
import { wordsOf } from '../../words.ts';
import { refOf } from '../forms/modal.ts';
import { type Part, partOfField } from '../forms/parts.ts';
import { plainButton } from './buttons.ts';
import type { DrawnMessage } from './message.ts';
import { notice } from './notices.ts';

interface Complaint {
  readonly errors: Readonly<Record<string, string>>;
  readonly summary?: string | undefined;
  readonly parts: readonly Part[];
  readonly locale?: string | undefined;
}

/** What is wrong with a page, each under the name of its field, and buttons that reopen the parts in which it stands. */
export function complaintMessage(
  page: FormPage<string>,
  { errors, summary, parts, locale: tag }: Complaint,
): DrawnMessage {
  const words = wordsOf(tag);
  const labels = new Map(
    page.fields.flatMap((field) => (field.kind === 'note' ? [] : [[field.name, field.label]])),
  );
  const colon = localeOf(tag) === 'zh' ? '：' : ': ';
  const lines = Object.entries(errors).map(([field, text]) => {
    const label = labels.get(field);
    return label === undefined ? text : [{ strong: label }, `${colon}${text}`];
  });
  const faulty = [...new Set(Object.keys(errors).map((field) => partOfField(parts, field)))].sort(
    (a, b) => a - b,
  );
  const reopen = faulty.length === 0 ? [0] : faulty;
  const buttons = reopen.slice(0, MOST_REOPENED).map((part) =>
    plainButton(words.fix(part + 1, parts.length), {
      style: ButtonStyle.Primary,
      id: packId({ kind: 'part', ...refOf(page), part }),
    }),
  );
  const list = [...(summary === undefined ? [] : [summary]), ...lines];
  return notice({ tone: 'warning', title: words.fixThese, sections: [{ list }] }, buttons, tag);
}

const MOST_REOPENED = 10;

/** A page that could not be kept: it can be sent once more as long as this process has it. */
export function resendMessage(
  interaction: string,
  texts: readonly string[],
  tag: string | undefined,
): DrawnMessage {
  const { sendAgain, typedIsKept } = wordsOf(tag);
  const button = plainButton(sendAgain, {
    style: ButtonStyle.Primary,
    id: packId({ kind: 'resend', interaction }),
  });
  return notice({ tone: 'warning', title: typedIsKept, sections: [{ list: texts }] }, [button], tag);
}

export function goneMessage(tag: string | undefined): DrawnMessage {
  const { typedIsGone } = wordsOf(tag);
  return { components: [{ type: ComponentType.TextDisplay, content: typedIsGone }] };
}
