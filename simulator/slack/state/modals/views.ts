import { type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';
import type { View } from '../model.ts';
import type { Workspace } from '../workspace.ts';

/** https://docs.slack.dev/surfaces/modals/#lifecycle */
export const MAX_STACK = 3;

export function stackOf(workspace: Workspace, user: string): readonly View[] {
  return workspace.state.modals[user] ?? [];
}

export function topView(workspace: Workspace, user: string): View | undefined {
  return stackOf(workspace, user).at(-1);
}

/** A new modal replaces whatever the person had open. */
export function openView(workspace: Workspace, user: string, content: JsonObject): View {
  const view = newView(workspace, content, undefined);
  setStack(workspace, user, [view]);
  return view;
}

/** The new view remembers which one it covers, as `previous_view_id`. */
export function pushView(workspace: Workspace, user: string, content: JsonObject): View {
  const stack = stackOf(workspace, user);
  const view = newView(workspace, content, stack.at(-1));
  setStack(workspace, user, [...stack, view]);
  return view;
}

export function popView(workspace: Workspace, user: string): void {
  setStack(workspace, user, stackOf(workspace, user).slice(0, -1));
}

export function setStack(workspace: Workspace, user: string, stack: View[]): void {
  workspace.state.modals[user] = stack;
  workspace.changed('modals');
}

/** Inputs keep what was entered when their block_id and action_id are still there. */
export function replaceContent(workspace: Workspace, view: View, content: JsonObject): void {
  view.content = content;
  view.hash = workspace.nextId('hash.');
  view.errors = {};
  delete view.failure;
  view.values = keepEntered(view.values, content);
  workspace.changed(view.type === 'modal' ? 'modals' : 'homes');
}

/** A home tab keeps its id from its first publication on. */
export function publishHome(workspace: Workspace, user: string, content: JsonObject): View {
  const existing = workspace.state.homes[user];
  if (existing) {
    replaceContent(workspace, existing, content);
    return existing;
  }
  const view = newView(workspace, content, undefined);
  workspace.state.homes[user] = view;
  workspace.changed('homes');
  return view;
}

/** By id if one is given, else by the app's own external_id. Modals and home tabs alike. */
export function findView(
  workspace: Workspace,
  by: { readonly id?: string | undefined; readonly externalId?: string | undefined },
): View | undefined {
  const everything = [
    ...Object.values(workspace.state.modals).flat(),
    ...Object.values(workspace.state.homes),
  ];
  return everything.find((view) =>
    by.id === undefined
      ? by.externalId !== undefined && view.externalId === by.externalId
      : view.id === by.id,
  );
}

function newView(workspace: Workspace, content: JsonObject, previous: View | undefined): View {
  const id = workspace.nextId('V');
  return {
    id,
    type: content.type === 'home' ? 'home' : 'modal',
    content,
    hash: workspace.nextId('hash.'),
    rootId: previous?.rootId ?? id,
    previousId: previous?.id ?? null,
    externalId: stringAt(content, 'external_id') ?? '',
    values: {},
    errors: {},
  };
}

function keepEntered(values: View['values'], content: JsonObject): View['values'] {
  const kept: View['values'] = {};
  for (const block of objectsAt(content, 'blocks')) {
    const blockId = stringAt(block, 'block_id') ?? '';
    const elements = [
      objectAt(block, 'element'),
      objectAt(block, 'accessory'),
      ...objectsAt(block, 'elements'),
    ];
    const actionIds = elements.map((element) => element && stringAt(element, 'action_id'));
    const entered = Object.entries(values[blockId] ?? {}).filter(([actionId]) =>
      actionIds.includes(actionId),
    );
    if (entered.length > 0) kept[blockId] = Object.fromEntries(entered);
  }
  return kept;
}
