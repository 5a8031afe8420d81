import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import type { FormPage } from '../../../../src/chat/form.ts';
import { localeOf } from '../../../shared/locale.ts';
import { packId } from '../../custom-id.ts';
import { wordsOf } from '../../words.ts';
import { refOf } from '../forms/modal.ts';
import { type Part, partOfField } from '../forms/parts.ts';
import { plainButton, rows } from './buttons.ts';
import { foldedCard } from './card.ts';
import type { DrawnMessage } from './message.ts';
import type { Question } from './question.ts';

type Buttons = Parameters<typeof rows>[0];

function notice(card: IssuedCard, buttons: Buttons, tag: string | undefined): DrawnMessage {
  const container = foldedCard(card, { locale: localeOf(tag) });
  return { components: [{ ...container, components: [...container.components, ...rows(buttons)] }] };
}

/** What is asked before a click counts. */
export function questionMessage(
  { title, body, yes, no }: Question,
  handle: string,
  tag: string | undefined,
): DrawnMessage {
  const buttons = [
    plainButton(yes, { style: ButtonStyle.Primary, id: packId({ kind: 'yes', handle }) }),
    plainButton(no, { style: ButtonStyle.Secondary, id: packId({ kind: 'leave' }) }),
  ];
  return notice({ tone: 'warning', title, lead: body }, buttons, tag);
}

export const leftMessage = (tag: string | undefined): DrawnMessage => ({
  components: [{ type: ComponentType.TextDisplay, content: wordsOf(tag).notDone }],
});

/** For a form that could not open any more: the same once again. */
export function tooLateMessage(page: FormPage<string>, tag: string | undefined): DrawnMessage {
  const { formTooLate, openForm } = wordsOf(tag);
  const id = packId({ kind: 'part', ...refOf(page), part: 0 });
  const button = plainButton(openForm, { style: ButtonStyle.Primary, id });
  return notice({ tone: 'waiting', title: page.title, lead: formTooLate }, [button], tag);
}

interface Turning {
  readonly parts: readonly Part[];
  /** The part that follows, from 0. */
  readonly index: number;
  readonly locale?: string | undefined;
}

/** A modal cannot open another: the next part or page stands behind a button. */
export function nextMessage(page: FormPage<string>, { parts, index, locale: tag }: Turning): DrawnMessage {
  const words = wordsOf(tag);
  const step = page.step ? ` ${page.step.index}/${page.step.count}` : '';
  const divided = parts.length > 1;
  const ref = refOf(page);
  const label = divided ? words.goOn(index + 1, parts.length) : `${page.title}${step}`;
  const lead = index === 0 ? words.nextPage : words.partKept(index, parts.length);
  const forward = plainButton(label, {
    style: ButtonStyle.Primary,
    id: packId({ kind: 'part', ...ref, part: index }),
  });
  const back =
    page.backLabel === undefined
      ? []
      : [plainButton(page.backLabel, { style: ButtonStyle.Secondary, id: packId({ kind: 'back', ...ref }) })];
  return notice({ tone: 'waiting', title: `${page.title}${step}`, lead }, [forward, ...back], tag);
}

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
  const lines = Object.entries(errors).map(([field, text]) => {
    const label = labels.get(field);
    return label === undefined ? text : [{ strong: label }, `: ${text}`];
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
