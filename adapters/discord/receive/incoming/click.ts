import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { FormValues } from '../../../../src/chat/form.ts';
import type { IncomingOf } from '../../../../src/chat/incoming.ts';
import type { PageRef } from '../../custom-id.ts';
import { shared } from './shared.ts';

type Clicked = APIMessageComponentInteraction;

/** A card's button. `asked`: it answers a question that the adapter asked first. */
export function clickIncoming(interaction: Clicked, handle: string, asked = false): IncomingOf<'click'> {
  return { ...shared(interaction, asked), kind: 'click', handle };
}

const NOTHING: FormValues = {};

/** The button that opens a part of a page: the core shows the page again, filled in. */
export function pageIncoming(interaction: Clicked, { form, page, handle }: PageRef): IncomingOf<'form'> {
  return { ...shared(interaction), kind: 'form', form, page, handle, values: NOTHING, move: 'keep' };
}

/** The button that sends the page as it stands. */
export function finishIncoming(interaction: Clicked, ref: PageRef): IncomingOf<'form'> {
  return { ...pageIncoming(interaction, ref), move: 'finish' };
}

/** The button to the page before. What was typed into this one is kept already. */
export function backIncoming(interaction: Clicked, ref: PageRef): IncomingOf<'form'> {
  return { ...pageIncoming(interaction, ref), move: 'back' };
}
