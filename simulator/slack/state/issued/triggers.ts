import type { Trigger } from '../model.ts';
import type { Workspace } from '../workspace.ts';
import { forgetOldest } from './forget.ts';

/** Given with every interaction; lets the app open one modal within three seconds. */
export function issueTrigger(workspace: Workspace, user: string, viewId?: string): string {
  const id = workspace.nextId('1337.');
  const trigger: Trigger = {
    id,
    user,
    issuedAt: workspace.nowMs(),
    issuedAtWire: workspace.wireClock.now().getTime(),
    exchanged: false,
    ...(viewId === undefined ? {} : { viewId }),
  };
  workspace.state.triggers[id] = trigger;
  forgetOldest(workspace.state.triggers);
  return id;
}

/** https://docs.slack.dev/reference/methods/views.open#errors */
export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** The trigger, used up by this call, or the reason why it opens nothing. */
export function exchangeTrigger(workspace: Workspace, id: string): Trigger | TriggerRefusal {
  const trigger = workspace.state.triggers[id];
  if (!trigger) return 'invalid_trigger_id';
  if (trigger.exchanged) return 'exchanged_trigger_id';
  if (ageMs(workspace, trigger) > workspace.timing.triggerMs) return 'expired_trigger_id';
  trigger.exchanged = true;
  return trigger;
}

// Both clocks count: a test may freeze one, and a slow handler must not profit from that.
function ageMs(workspace: Workspace, trigger: Trigger): number {
  return Math.max(
    workspace.nowMs() - trigger.issuedAt,
    workspace.wireClock.now().getTime() - trigger.issuedAtWire,
  );
}
