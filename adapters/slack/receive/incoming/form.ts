import type { ViewSubmitAction } from '@slack/bolt';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import { unpackMetadata } from '../metadata.ts';
import { placeOf } from '../place.ts';
import { formValues } from '../values.ts';

/** A submitted page. Null: not one of our forms. */
export function formIncoming(body: ViewSubmitAction, locale?: string): Incoming | null {
  const { view, team, user, trigger_id: trigger } = body;
  const metadata = unpackMetadata(view.private_metadata);
  if (!metadata) return null;
  const { form, page, handle, origin } = metadata;
  const tag = locale ?? origin.locale;
  return {
    kind: 'form',
    key: `form:${trigger}`,
    account: { platform: 'slack', workspace: team?.id ?? user.team_id ?? view.team_id, userId: user.id },
    place: placeOf(origin, { trigger }),
    form,
    page,
    handle,
    values: formValues(view.state.values),
    move: 'submit',
    ...(tag ? { locale: tag } : {}),
  };
}
