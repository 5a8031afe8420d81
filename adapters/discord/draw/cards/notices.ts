import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import type { FormPage } from '../../../../src/chat/form.ts';
import { localeOf } from '../../../shared/locale.ts';
import { type CustomId, packId } from '../../custom-id.ts';
import { type Words, wordsOf } from '../../words.ts';
import { refOf } from '../forms/modal.ts';
import { isOptionalFrom, type Part } from '../forms/parts.ts';
import { plainButton, rows } from './buttons.ts';
import { foldedCard } from './card.ts';
import type { DrawnMessage } from './message.ts';
import type { Question } from './question.ts';

type Buttons = Parameters<typeof rows>[0];

/** A short card of the adapter's own, with buttons that are no handles of the record's. */
export function notice(card: IssuedCard, buttons: Buttons, tag: string | undefined): DrawnMessage {
  const container = foldedCard(card, { locale: localeOf(tag) });
  return { components: [{ ...container, components: [...container.components, ...rows(buttons)] }] };
}

/** What is asked before a click counts. */
export function questionMessage(
  { title, body, yes, no }: Question,
  on: { readonly handle: string; readonly ofPrivate: boolean },
  tag: string | undefined,
): DrawnMessage {
  const buttons = [
    plainButton(yes, { style: ButtonStyle.Primary, id: packId({ kind: 'yes', ...on }) }),
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
  const finish = index > 0 && isOptionalFrom(page, parts, index) ? finishLabel(page, words) : undefined;
  const buttons = [
    forward,
    ...secondary(finish, { kind: 'finish', ...ref }),
    ...secondary(page.backLabel, { kind: 'back', ...ref }),
  ];
  return notice({ tone: 'waiting', title: `${page.title}${step}`, lead }, buttons, tag);
}

/** Sending one of several pages is not the end of the form. */
const finishLabel = ({ step }: FormPage<string>, { finish, skipRest }: Words): string =>
  step && step.index < step.count ? skipRest : finish;

const secondary = (label: string | undefined, id: CustomId): Buttons =>
  label === undefined ? [] : [plainButton(label, { style: ButtonStyle.Secondary, id: packId(id) })];
