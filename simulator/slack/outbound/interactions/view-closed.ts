import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { popView, setStack, stackOf } from '../../state/modals/views.ts';
import type { View } from '../../state/model.ts';
import { viewObject } from '../../web-api/objects.ts';
import { interactionFields } from './payload.ts';

/**
 * Somebody closes the top modal, or (`all`) the whole stack with the cross in its corner. The app hears of each view
 * that asked to be told. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
 */
export async function closeView(core: Core, user: string, { all = false } = {}): Promise<void> {
  const { workspace } = core;
  const stack = stackOf(workspace, user);
  const top = stack.at(-1);
  if (!top) throw new NotPossible('no_modal', `${user} has no modal open`);
  const clear = all || top.content.clear_on_close === true;
  const closed = clear ? [...stack].reverse() : [top];
  if (clear) setStack(workspace, user, []);
  else popView(workspace, user);
  await Promise.all(closed.filter(wantsToKnow).map((view) => tell(core, { user, view, cleared: clear })));
}

function wantsToKnow(view: View): boolean {
  return view.content.notify_on_close === true;
}

async function tell(
  core: Core,
  { user, view, cleared }: { user: string; view: View; cleared: boolean },
): Promise<void> {
  const payload = {
    type: 'view_closed',
    ...interactionFields(core, user),
    view: viewObject(core.workspace, view),
    is_cleared: cleared,
  };
  await core.outbound.deliver({ kind: 'interactive', payload });
}
