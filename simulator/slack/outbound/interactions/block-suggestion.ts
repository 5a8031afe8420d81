import { type JsonObject, objectsAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import type { PlacedElement } from '../../state/modals/elements.ts';
import { limitProblems } from '../../validation/limits/limit-check.ts';
import { menuProblems } from '../../validation/rules/menus.ts';
import { viewObject } from '../../web-api/objects.ts';
import { ackMessage } from '../responses/respond.ts';
import { interactionFields } from './payload.ts';
import { type ElementRef, elementOn, type Surface, type SurfaceRef, surfaceFor } from './surface.ts';

export interface Searched extends ElementRef {
  readonly user: string;
  readonly on: SurfaceRef;
  /** What was typed into the menu so far. */
  readonly query: string;
}

/**
 * Somebody types into a menu whose options the app supplies. Resolves with those options, which can then be chosen.
 * https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
 */
export async function suggest(core: Core, searched: Searched): Promise<readonly JsonObject[]> {
  const surface = surfaceFor(core, searched.user, searched.on);
  const placed = elementOn(surface, searched);
  if (!placed.type.endsWith('external_select')) {
    throw new NotPossible('no_external_menu', `${placed.actionId} has its own options`);
  }
  const least = Number(placed.element.min_query_length ?? 3);
  if (searched.query.length < least) {
    throw new NotPossible('query_too_short', `${placed.actionId} asks from ${least} characters on`);
  }
  const payload = suggestionPayload(core, { searched, surface, placed });
  const outcome = await core.outbound.deliver({ kind: 'interactive', payload });
  const options = outcome.acked ? optionsIn(core, ackMessage(outcome.body)) : [];
  core.workspace.state.suggestions[placed.actionId] = [...options];
  return options;
}

function optionsIn({ journal }: Core, answer: JsonObject | undefined): readonly JsonObject[] {
  const menu = { type: 'static_select', ...answer };
  const problems = [
    ...menuProblems({ object: menu, type: 'static_select', pointer: '' }),
    // Nothing found is a proper answer, and the only empty list that Slack takes.
    ...limitProblems(menu, '').filter((problem) => !problem.startsWith('no fewer')),
  ];
  if (problems.length > 0) {
    journal.violation('block_suggestion', 'invalid_options', problems);
    return [];
  }
  return [
    ...objectsAt(menu, 'options'),
    ...objectsAt(menu, 'option_groups').flatMap((group) => objectsAt(group, 'options')),
  ];
}

interface Question {
  readonly searched: Searched;
  readonly surface: Surface;
  readonly placed: PlacedElement;
}

function suggestionPayload(core: Core, { searched, surface, placed }: Question): JsonObject {
  const where =
    surface.kind === 'view'
      ? {
          container: { type: 'view', view_id: surface.view.id },
          view: viewObject(core.workspace, surface.view),
        }
      : {
          container: { type: 'message', message_ts: surface.message.ts, channel_id: surface.message.channel },
          channel: { id: surface.message.channel },
        };
  return {
    type: 'block_suggestion',
    ...interactionFields(core, searched.user),
    ...where,
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: searched.query,
  };
}
