import { type JsonObject, objectsAt } from '../../common/json.ts';
import type { Workspace } from '../state/workspace.ts';
import { WebApiRefusal } from '../web-api/refusal.ts';
import { WHOLE } from './limits/limits.ts';
import { bytesOf } from './limits/measure.ts';
import { normaliseBlocks, withTextDefaults } from './normalise.ts';
import { viewProblems } from './view-problems.ts';

/** A modal or home tab, normalised. Refused with invalid_arguments and Slack's explanations, or view_too_large. */
export function acceptView(workspace: Workspace, view: JsonObject, expected: 'modal' | 'home'): JsonObject {
  if (bytesOf(JSON.stringify(view)) > WHOLE.viewBytes) throw new WebApiRefusal('view_too_large');
  const problems = viewProblems(view, expected);
  if (problems.length > 0) throw new WebApiRefusal('invalid_arguments', problems);
  return { ...withTextDefaults(view), blocks: normaliseBlocks(workspace, objectsAt(view, 'blocks')) };
}
