import type { App } from '../../../app.ts';
import type { Audience, CardView } from '../../../delivery/view.ts';
import type { Button, Card, HandleSpec } from '../../card.ts';
import { resolveHandle, sameHandle } from '../../handles.ts';

export const HELD_VIEW = 'held-click';

/**
 * A button that was pressed too early, offered again: the very button that stands on the reader's own card of the subject
 * now. Where that card has it not, because it is not for them or the subject has moved on, there is nothing to offer. The
 * detail is the handle's id.
 */
export const heldClickView = (views: readonly CardView[]): CardView => ({
  name: HELD_VIEW,
  draw: async (app, audience, subject, detail = '') => {
    const handle = await resolveHandle(app, detail);
    const view = handle && views.find(({ offers }) => offers?.(handle.action));
    const button = view && (await standingButton(app, audience, { view, handle }));
    return button ? [offer(audience, subject, button)] : null;
  },
});

interface Wanted {
  readonly view: CardView;
  readonly handle: HandleSpec;
}

async function standingButton(
  app: App,
  audience: Audience,
  { view, handle }: Wanted,
): Promise<Button | undefined> {
  // A channel's card shows what anybody might press.
  if (!audience.person) return undefined;
  const cards = await view.draw(app, audience, handle.subject);
  return (cards ?? [])
    .flatMap(({ actions }) => actions ?? [])
    .find((button) => sameHandle(button.handle, handle) && button.disabledBecause === undefined);
}

const offer = ({ t }: Audience, subject: string, button: Button): Card => ({
  tone: 'waiting',
  title: t('chat.held.title', { button: button.label, subject }),
  lead: t('chat.held.lead'),
  actions: [button],
});
