import type { HandleSpec } from '../../chat/card.ts';
import type { Answer, Click, FormHandler, Known } from '../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../chat/drafts/drafts.ts';
import type { FormValues } from '../../chat/form.ts';
import { isRefused, type Refusal, refuse } from '../../result.ts';
import { addItem } from '../actions/items/add-item.ts';
import { editItem, retireItem } from '../actions/items/edit-item.ts';
import { mayChangeItems } from '../actions/items/item-change.ts';
import { findItem } from '../records/items.ts';
import type { ServiceItem } from '../records/service-item.ts';
import { itemCard } from './item-cards.ts';
import { ADD_ITEM, EDIT_ITEM, editHandle, RETIRE_ITEM } from './item-handles.ts';
import { ITEM_FORM, itemPage, itemValues, NEW_ITEM, typedItem } from './item-page.ts';

export const addItemClick: Click = {
  action: ADD_ITEM,
  effect: 'read',
  run: async (talk, target) => {
    const refusal = mayChangeItems(talk.person, target.subject);
    if (refusal) return refusal;
    const draft = await loadDraft(talk.app, draftOf(talk, target));
    return { kind: 'form', page: itemPage(talk, { target, values: draft?.values ?? NEW_ITEM }) };
  },
};

export const editItemClick: Click = {
  action: EDIT_ITEM,
  effect: 'read',
  run: async (talk, target) => {
    const item = await findItem(talk.app, target.subject);
    if (!item) return refuse('directory.item-not-found');
    const refusal = mayChangeItems(talk.person, item.providerId);
    if (refusal) return refusal;
    const draft = await loadDraft(talk.app, draftOf(talk, target));
    return opened(talk, item, draft?.values);
  },
};

export const retireItemClick: Click = {
  action: RETIRE_ITEM,
  effect: 'change',
  run: async (talk, { subject, revision }) => {
    const { person: actor, requestId } = talk;
    const retired = await retireItem(talk.app, { actor, requestId, itemId: subject, version: revision });
    if (isRefused(retired)) return withItem(talk, subject, retired);
    return savedCard(talk, subject, 'directory.retire.done');
  },
};

export const itemForm: FormHandler = {
  form: ITEM_FORM,
  run: async (talk, { target, values }) => {
    const refusal = await refusalBeforeSaving(talk, target);
    if (refusal) return refusal;
    const draft = draftOf(talk, target);
    await saveDraft(talk.app, draft, { values, editor: talk.person.principalId });
    const request = {
      actor: talk.person,
      requestId: talk.requestId,
      draft: deleteDraft(draft),
      item: typedItem(values),
    };
    if (target.action === ADD_ITEM) {
      const added = await addItem(talk.app, { ...request, providerId: target.subject });
      return isRefused(added) ? added : closed(talk, added.ok.id);
    }
    const edit = { ...request, itemId: target.subject, version: target.revision };
    const edited = await editItem(talk.app, edit);
    if (!isRefused(edited)) return closed(talk, target.subject);
    return edited.refused === 'directory.item-changed' ? reopened(talk, target, values) : edited;
  },
};

/** Nobody leaves a draft about an item that they may not change. */
async function refusalBeforeSaving(talk: Known, { action, subject }: HandleSpec): Promise<Refusal | null> {
  if (action === ADD_ITEM) return mayChangeItems(talk.person, subject);
  const item = await findItem(talk.app, subject);
  return item ? mayChangeItems(talk.person, item.providerId) : refuse('directory.item-not-found');
}

/** Drafts of items are one's own: two administrators who edit at once must see each other's words, not mix them. */
const draftOf = ({ person }: Known, { subject }: HandleSpec): DraftKey => ({
  form: ITEM_FORM,
  subject,
  owner: person.principalId,
});

function opened(talk: Known, item: ServiceItem, draft: FormValues | undefined): Answer {
  const stands = itemValues(item);
  const values = { ...stands, ...draft };
  const differs = Object.keys(stands).some((name) => stands[name] !== values[name]);
  const onRecord = differs ? item : undefined;
  return { kind: 'form', page: itemPage(talk, { target: editHandle(item), values, onRecord }) };
}

/** Somebody else was faster: what was typed stays, beside what now stands, and is compared with that from here on. */
async function reopened(talk: Known, target: HandleSpec, values: FormValues): Promise<Answer> {
  const item = await findItem(talk.app, target.subject);
  return item ? opened(talk, item, values) : refuse('directory.item-not-found');
}

async function closed(talk: Known, itemId: string): Promise<Answer> {
  const answer = await savedCard(talk, itemId, 'directory.item.saved');
  return 'kind' in answer && answer.kind === 'card' ? { kind: 'closed', card: answer.card } : answer;
}

async function savedCard(talk: Known, itemId: string, lead: string): Promise<Answer> {
  const item = await findItem(talk.app, itemId);
  if (!item) return refuse('directory.item-not-found');
  return { kind: 'card', card: { ...itemCard(talk, item), lead: talk.t(lead) } };
}

/** A click that came too late shows the item as it stands now, with buttons that work. */
async function withItem(talk: Known, itemId: string, refusal: Refusal): Promise<Answer> {
  if (refusal.refused !== 'directory.item-changed') return refusal;
  return savedCard(talk, itemId, 'directory.item.changed');
}
