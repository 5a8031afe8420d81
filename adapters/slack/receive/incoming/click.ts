import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { AccountRef, Incoming, Place } from '../../../../src/chat/incoming.ts';
import { LIMITS } from '../../limits.ts';
import { type FormMetadata, unpackMetadata } from '../metadata.ts';
import { isDirect, placeOf } from '../place.ts';
import { formValues } from '../values.ts';

type Clicked = BlockAction<ButtonAction>;

const accountOfClick = ({ team, user }: Clicked): AccountRef => ({
  platform: 'slack',
  workspace: team?.id ?? user.team_id ?? '',
  userId: user.id,
});

/** A card's button; its value is the opaque handle. */
export function clickIncoming(body: Clicked, handle: string, locale?: string): Incoming {
  return { ...shared(body, locale), kind: 'click', handle };
}

/** The back button of a form: what stands in its inputs travels along and is kept. Null: not one of our forms. */
export function backIncoming(body: Clicked, locale?: string): Incoming | null {
  const metadata = unpackMetadata(body.view?.private_metadata ?? '');
  if (!metadata) return null;
  const { form, page, handle } = metadata;
  const values = formValues(body.view?.state.values ?? {});
  return { ...shared(body, locale, metadata), kind: 'form', form, page, handle, values, move: 'back' };
}

/** A command line to be asked once more, kept in the button that offers it. */
interface CommandAgain {
  readonly area: string;
  readonly text: string;
}

/** Nothing when the line is too long for a button: then it must be typed again. */
export function packCommand(command: CommandAgain): string | undefined {
  const packed = JSON.stringify([command.area, command.text]);
  return packed.length <= LIMITS.button.valueChars ? packed : undefined;
}

/** Null: the button does not carry a command line. */
export function againIncoming(body: Clicked, packed: string, locale?: string): Incoming | null {
  const line = unpackCommand(packed);
  return line && { ...shared(body, locale), kind: 'command', ...line };
}

function unpackCommand(packed: string): CommandAgain | null {
  try {
    const line: unknown = JSON.parse(packed);
    if (!Array.isArray(line)) return null;
    const [area, text]: unknown[] = line;
    return typeof area === 'string' && typeof text === 'string' ? { area, text } : null;
  } catch {
    return null;
  }
}

function shared(body: Clicked, locale?: string, metadata?: FormMetadata) {
  const tag = locale ?? metadata?.origin.locale;
  return {
    key: `click:${body.trigger_id}`,
    account: accountOfClick(body),
    place: placeOfClick(body, metadata),
    ...(tag ? { locale: tag } : {}),
  };
}

function placeOfClick(body: Clicked, metadata: FormMetadata | undefined): Place {
  const { channel, message, view, trigger_id: trigger, response_url: responseUrl } = body;
  if (view) return placeOf(metadata?.origin ?? {}, { trigger, view: view.id, viewType: view.type });
  const id = channel?.id ?? '';
  const thread: unknown = message?.thread_ts;
  const where = { channel: id, direct: isDirect(id), ...(message ? { message: message.ts } : {}) };
  return placeOf(where, {
    trigger,
    ...(responseUrl ? { responseUrl } : {}),
    ...(body.container.is_ephemeral === true ? { ephemeral: 'yes' } : {}),
    ...(typeof thread === 'string' ? { thread } : {}),
  });
}
