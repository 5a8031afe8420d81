import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Reply } from '../../../src/chat/reply.ts';
import { blockIdOf } from '../draw/forms/block-ids.ts';
import { drawForm } from '../draw/forms/form.ts';
import { inputIds, labelOf, withAlert } from '../draw/forms/shown-view.ts';
import { unpackMetadata } from '../receive/metadata.ts';
import { originOf } from '../receive/place.ts';
import type { Asker } from './asker.ts';

type FieldErrors = Extract<Reply<string>, { kind: 'field-errors' }>;

/** What the acknowledgement of a submitted page carries. */
export function responseAction(
  reply: Reply<string> | null,
  view: ViewOutput,
  asker: Asker,
): ViewResponseAction {
  if (reply?.kind === 'form') return { response_action: 'update', view: formView(reply, asker) };
  if (reply?.kind === 'field-errors') return complaint(reply, view, asker);
  return { response_action: 'clear' };
}

export function formView({ page }: Extract<Reply<string>, { kind: 'form' }>, asker: Asker): ModalView {
  return drawForm(page, originOf(asker.incoming.place, asker.locale));
}

function complaint(reply: FieldErrors, view: ViewOutput, asker: Asker): ViewResponseAction {
  const ids = inputIds(view);
  const placed = Object.entries(reply.errors).map(([field, text]) => [blockOf(view, field), text] as const);
  const allBeside = placed.length > 0 && placed.every(([id]) => ids.has(id));
  if (allBeside && reply.summary === undefined) {
    return { response_action: 'errors', errors: Object.fromEntries(placed) };
  }
  return { response_action: 'update', view: complainingView(reply, view, asker) };
}

/** The page with its complaints on top, each under the name of its field. */
export function complainingView(reply: FieldErrors, view: ViewOutput, asker: Asker): ModalView {
  const lines = Object.entries(reply.errors).map(([field, text]) => {
    const label = labelOf(view, blockOf(view, field));
    return label === undefined ? text : `${label}: ${text}`;
  });
  const summary = reply.summary === undefined ? [] : [reply.summary];
  return withAlert(view, [...summary, ...lines], asker.locale);
}

function blockOf(view: ViewOutput, field: string): string {
  return blockIdOf(unpackMetadata(view.private_metadata)?.page ?? '', field);
}
