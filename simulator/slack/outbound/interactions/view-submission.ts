import { isObject, type Json, type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { issueTrigger } from '../../state/issued/triggers.ts';
import { currentValues } from '../../state/modals/modal-values.ts';
import { MAX_STACK, pushView, replaceContent, setStack, stackOf, topView } from '../../state/modals/views.ts';
import type { View } from '../../state/model.ts';
import { submissionProblems } from '../../validation/submission.ts';
import { acceptView } from '../../validation/view.ts';
import { viewObject } from '../../web-api/objects.ts';
import { WebApiRefusal } from '../../web-api/refusal.ts';
import { ackMessage } from '../responses/respond.ts';
import type { Outcome } from '../transport/delivery.ts';
import { interactionFields } from './payload.ts';

/** https://docs.slack.dev/surfaces/modals/ shows this line when the app does not answer as it should. */
const FAILURE = 'We had some trouble connecting. Try again?';

/**
 * Somebody presses the modal's button. Throws when Slack's client would not send it yet; resolves when the app has
 * answered and its answer was carried out.
 */
export async function submitView(core: Core, user: string): Promise<Outcome> {
  const view = openModal(core, user);
  const problems = submissionProblems(core.workspace, view);
  if (Object.keys(problems).length > 0) {
    showErrors(core, view, problems);
    throw new NotPossible('invalid_values', Object.values(problems).join('; '));
  }
  const outcome = await core.outbound.deliver({
    kind: 'interactive',
    payload: submissionPayload(core, user, view),
  });
  if (!outcome.acked) {
    fail(core, view);
    return outcome;
  }
  carryOut(core, { user, view, answer: outcome.body });
  return outcome;
}

function openModal({ workspace }: Core, user: string): View {
  const view = topView(workspace, user);
  if (!view) throw new NotPossible('no_modal', `${user} has no modal open`);
  if (view.content.submit === undefined)
    throw new NotPossible('no_submit', 'this modal has no submit button');
  return view;
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
function submissionPayload(core: Core, user: string, view: View): JsonObject {
  const { workspace } = core;
  return {
    type: 'view_submission',
    ...interactionFields(core, user),
    trigger_id: issueTrigger(workspace, user, view.id),
    view: { ...viewObject(workspace, view), state: { values: currentValues(workspace, view) } },
    response_urls: [],
  };
}

interface Answered {
  readonly user: string;
  readonly view: View;
  readonly answer: Json | undefined;
}

function carryOut(core: Core, answered: Answered): void {
  try {
    // The person may have closed it meanwhile, or the app may have changed the stack through the API.
    if (stackOf(core.workspace, answered.user).includes(answered.view)) applyAnswer(core, answered);
  } catch (error) {
    if (!(error instanceof WebApiRefusal)) throw error;
    core.journal.violation('view_submission', error.code, error.problems);
    fail(core, answered.view);
  }
}

type Act = (core: Core, about: { user: string; view: View; message: JsonObject }) => void;

/** https://docs.slack.dev/surfaces/modals/#response_actions */
const ACTIONS: Readonly<Record<string, Act>> = {
  clear: ({ workspace }, { user }) => setStack(workspace, user, []),
  update: ({ workspace }, { view, message }) =>
    replaceContent(workspace, view, acceptView(workspace, viewOf(message), 'modal')),
  push: ({ workspace }, { user, message }) => {
    if (stackOf(workspace, user).length >= MAX_STACK) throw new WebApiRefusal('push_limit_reached');
    pushView(workspace, user, acceptView(workspace, viewOf(message), 'modal'));
  },
  errors: (core, { view, message }) => showErrors(core, view, errorsOf(message, view)),
};

/** Without an answer the submitted view closes, and what lies under it shows again. */
function applyAnswer(core: Core, { user, view, answer }: Answered): void {
  const message = ackMessage(answer);
  if (!message) {
    const rest = stackOf(core.workspace, user).filter((other) => other !== view);
    setStack(core.workspace, user, rest);
    return;
  }
  const act = ACTIONS[String(message.response_action)];
  if (!act) throw new WebApiRefusal('invalid_response_action', [JSON.stringify(answer)]);
  act(core, { user, view, message });
}

function viewOf(answer: JsonObject): JsonObject {
  const view = objectAt(answer, 'view');
  if (!view) throw new WebApiRefusal('invalid_arguments', ['missing required field: view']);
  return view;
}

// Errors can only stand beside inputs of this very view.
function errorsOf(answer: JsonObject, view: View): Record<string, string> {
  const errors = answer.errors;
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const inputs = objectsAt(view.content, 'blocks').filter((block) => block.type === 'input');
  const ids = new Set(inputs.map((block) => stringAt(block, 'block_id')));
  const wrong = entries.filter(([id, text]) => !ids.has(id) || typeof text !== 'string' || text === '');
  if (entries.length === 0) throw new WebApiRefusal('invalid_errors', ['no errors given']);
  if (wrong.length > 0)
    throw new WebApiRefusal(
      'invalid_errors',
      wrong.map(([id]) => `no input block ${id}`),
    );
  return Object.fromEntries(entries.map(([id, text]) => [id, String(text)]));
}

function showErrors({ workspace }: Core, view: View, errors: Record<string, string>): void {
  view.errors = errors;
  delete view.failure;
  workspace.changed('modals');
}

function fail({ workspace }: Core, view: View): void {
  view.failure = FAILURE;
  workspace.changed('modals');
}
