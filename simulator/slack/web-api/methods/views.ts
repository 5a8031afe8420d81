import type { JsonObject } from '../../../common/json.ts';
import { exchangeTrigger } from '../../state/issued/triggers.ts';
import {
  findView,
  MAX_STACK,
  openView,
  publishHome,
  pushView,
  replaceContent,
  stackOf,
} from '../../state/modals/views.ts';
import type { Trigger, View } from '../../state/model.ts';
import { acceptView } from '../../validation/view.ts';
import * as arg from '../arguments.ts';
import { method, type Servers } from '../method.ts';
import { viewObject } from '../objects.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/views.open */
export const viewsOpen = method({
  args: { trigger_id: arg.text, view: arg.jsonObject() },
  run(args, servers) {
    const content = accepted(servers, args.view, 'modal');
    refuseDuplicate(servers, content);
    const trigger = exchanged(servers, args.trigger_id);
    return answer(servers, openView(servers.workspace, trigger.user, content));
  },
});

/** https://docs.slack.dev/reference/methods/views.push */
export const viewsPush = method({
  args: { trigger_id: arg.text, view: arg.jsonObject() },
  run(args, servers) {
    const content = accepted(servers, args.view, 'modal');
    refuseDuplicate(servers, content);
    const trigger = exchanged(servers, args.trigger_id);
    const stack = stackOf(servers.workspace, trigger.user);
    // A stack is pushed from one of its own views; a message's trigger can only open.
    if (!stack.some((view) => view.id === trigger.viewId)) throw new WebApiRefusal('not_found');
    if (stack.length >= MAX_STACK) throw new WebApiRefusal('push_limit_reached');
    return answer(servers, pushView(servers.workspace, trigger.user, content));
  },
});

/** https://docs.slack.dev/reference/methods/views.update */
export const viewsUpdate = method({
  args: {
    view: arg.jsonObject(),
    view_id: arg.text.optional(),
    external_id: arg.text.optional(),
    hash: arg.text.optional(),
  },
  run(args, servers) {
    if (!args.view_id && !args.external_id) {
      throw new WebApiRefusal('invalid_arguments', ['either view_id or external_id is required']);
    }
    const view = findView(servers.workspace, { id: args.view_id, externalId: args.external_id });
    if (!view) throw new WebApiRefusal('not_found');
    const content = accepted(servers, args.view, view.type);
    refuseStale(view, args.hash);
    replaceContent(servers.workspace, view, content);
    return answer(servers, view);
  },
});

/** https://docs.slack.dev/reference/methods/views.publish */
export const viewsPublish = method({
  args: { user_id: arg.text, view: arg.jsonObject(), hash: arg.text.optional() },
  run(args, servers) {
    const { workspace } = servers;
    const enabled = workspace.options.manifest.features?.app_home?.home_tab_enabled ?? false;
    if (!enabled) throw new WebApiRefusal('not_enabled');
    if (!workspace.state.users[args.user_id]) {
      throw new WebApiRefusal('invalid_arguments', ['user not found [json-pointer:/user_id]']);
    }
    const content = accepted(servers, args.view, 'home');
    const current = workspace.state.homes[args.user_id];
    if (current) refuseStale(current, args.hash);
    return answer(servers, publishHome(workspace, args.user_id, content));
  },
});

function accepted({ workspace }: Servers, view: JsonObject, expected: 'modal' | 'home'): JsonObject {
  return acceptView(workspace, view, expected);
}

function answer({ workspace }: Servers, view: View): JsonObject {
  return { ok: true, view: viewObject(workspace, view) };
}

function exchanged({ workspace }: Servers, triggerId: string): Trigger {
  const trigger = exchangeTrigger(workspace, triggerId);
  if (typeof trigger === 'string') throw new WebApiRefusal(trigger);
  return trigger;
}

function refuseStale(view: View, hash: string | undefined): void {
  if (hash !== undefined && hash !== view.hash) throw new WebApiRefusal('hash_conflict');
}

function refuseDuplicate({ workspace }: Servers, content: JsonObject): void {
  const externalId = content.external_id;
  if (typeof externalId !== 'string' || externalId === '') return;
  if (findView(workspace, { externalId })) throw new WebApiRefusal('duplicate_external_id');
}
