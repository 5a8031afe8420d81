import { type APIMessageComponentInteraction, ComponentType } from 'discord-api-types/v10';
import { askerOf } from '../answer/asker.ts';
import { type CustomId, unpackId } from '../custom-id.ts';
import { goneMessage } from '../draw/cards/complaints.ts';
import type { DrawnMessage } from '../draw/cards/message.ts';
import { leftMessage, questionMessage } from '../draw/cards/notices.ts';
import { backIncoming, clickIncoming, finishIncoming, pageIncoming } from '../receive/incoming/click.ts';
import { shared } from '../receive/incoming/shared.ts';
import type { Arrival, Desk } from './desk.ts';
import { guarded, run } from './run.ts';
import { workingOn } from './working.ts';

/** Any button of ours, on a card or under a page. */
export async function serveClick(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  since: number,
): Promise<void> {
  const id = unpackId(interaction.data.custom_id);
  if (!id || interaction.data.component_type !== ComponentType.Button) {
    desk.log.warn({ component: interaction.data.custom_id }, 'a component that is none of ours was used');
    return;
  }
  const asked = arrivalOf(desk, interaction, id);
  if (asked) {
    const working = workingOn(desk, interaction);
    await run(desk, { ...asked, since });
    return working.over();
  }
  const incoming = clickIncoming(interaction, '', id.kind !== 'ask');
  if (!desk.recent.isNew(incoming.key)) return;
  const asker = askerOf(incoming);
  const answer = desk.answerTo(asker, { since });
  await guarded(desk, asker, async () => {
    const message = await ownMessage(
      desk,
      { id, ofPrivate: asker.token.isPrivate !== undefined },
      asker.locale,
    );
    await answer.show([message], { replacing: id.kind !== 'ask' });
  });
}

/** What the core is asked; undefined: the adapter answers by itself. */
function arrivalOf(
  { unsent }: Desk,
  interaction: APIMessageComponentInteraction,
  id: CustomId,
): Omit<Arrival, 'since'> | undefined {
  switch (id.kind) {
    case 'click':
      return { incoming: clickIncoming(interaction, id.handle) };
    case 'yes':
      return { incoming: clickIncoming(interaction, id.handle, true) };
    case 'part':
      return { incoming: pageIncoming(interaction, id), part: id.part };
    case 'back':
      return { incoming: backIncoming(interaction, id) };
    case 'finish':
      return { incoming: finishIncoming(interaction, id) };
    case 'resend': {
      const base = shared(interaction, true);
      const page = unsent.take(id.interaction, base.account.userId);
      return page && { incoming: { ...page, ...base } };
    }
    default:
      return undefined;
  }
}

async function ownMessage(
  { questions }: Desk,
  { id, ofPrivate }: { readonly id: CustomId; readonly ofPrivate: boolean },
  locale: string | undefined,
): Promise<DrawnMessage> {
  if (id.kind === 'resend') return goneMessage(locale);
  const question = id.kind === 'ask' ? await questions.find(id.question) : null;
  if (id.kind !== 'ask' || !question) return leftMessage(locale);
  return questionMessage(question, { handle: id.handle, ofPrivate }, locale);
}
