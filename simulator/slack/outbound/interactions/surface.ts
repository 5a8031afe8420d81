import { type JsonObject, objectsAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { canSee } from '../../state/conversations.ts';
import { findEphemeral, findMessage } from '../../state/messages.ts';
import { labelOf, type PlacedElement, placedElements } from '../../state/modals/elements.ts';
import { findView, topView } from '../../state/modals/views.ts';
import type { EphemeralMessage, Message, View } from '../../state/model.ts';

/** Where an element can be: a message that the person sees, or a view that they have before them. */
export type Surface =
  | { readonly kind: 'message'; readonly message: Message | EphemeralMessage }
  | { readonly kind: 'view'; readonly view: View };

/** How a surface is named from outside. */
export type SurfaceRef = { readonly channel: string; readonly ts: string } | { readonly viewId: string };

/** The surface, provided that the person has it before them; what they cannot see they cannot operate. */
export function surfaceFor({ workspace }: Core, user: string, ref: SurfaceRef): Surface {
  if ('viewId' in ref) {
    const view = findView(workspace, { id: ref.viewId });
    const visible = view && (topView(workspace, user) === view || workspace.state.homes[user] === view);
    if (!visible)
      throw new NotPossible('view_not_visible', `${user} does not have the view ${ref.viewId} open`);
    return { kind: 'view', view };
  }
  const conversation = workspace.state.conversations[ref.channel];
  const ephemeral = findEphemeral(workspace, ref.channel, ref.ts);
  const message = ephemeral?.to === user ? ephemeral : findMessage(workspace, ref.channel, ref.ts);
  if (!conversation || !canSee(conversation, user) || !message) {
    throw new NotPossible('message_not_visible', `${user} sees no message ${ref.ts} in ${ref.channel}`);
  }
  return { kind: 'message', message };
}

/** Its blocks, those inside legacy attachments included. */
export function blocksOf(surface: Surface): readonly JsonObject[] {
  if (surface.kind === 'view') return objectsAt(surface.view.content, 'blocks');
  const attached = surface.message.attachments.flatMap((attachment) => objectsAt(attachment, 'blocks'));
  return [...surface.message.blocks, ...attached];
}

/** action_ids need to be unique within a block only, so the block may have to be named too. */
export interface ElementRef {
  readonly actionId: string;
  readonly blockId?: string | undefined;
}

/** The element on that surface; throws with what is there instead. */
export function elementOn(surface: Surface, { actionId, blockId }: ElementRef): PlacedElement {
  const placed = placedElements(blocksOf(surface));
  const found = placed.find(
    (one) => one.actionId === actionId && (blockId === undefined || one.blockId === blockId),
  );
  if (found) return found;
  const there = placed.map((one) => `${one.actionId} (${labelOf(one)})`).join(', ');
  throw new NotPossible('element_not_found', `no ${actionId} here; there are: ${there || 'no elements'}`);
}
