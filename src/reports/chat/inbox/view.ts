import type { CardView } from '../../../delivery/view.ts';
import { inboxSubject } from '../../actions/told.ts';
import { inboxCards } from './cards.ts';

export const INBOX_VIEW = 'inbox';

/** A published home page; it is its owner's alone. */
export const inboxView: CardView = {
  name: INBOX_VIEW,
  draw: async (app, { person, ...reader }, subject) => {
    if (!person || subject !== inboxSubject(person.principalId)) return null;
    return inboxCards(app, { ...reader, person });
  },
};
