import type { Vocabulary } from '../../chat/conversation.ts';
import { inviteForm, staffInvite } from './invite.ts';
import { link } from './link.ts';
import { settings, settingsForm } from './settings.ts';
import { suggestPeople } from './suggestions.ts';
import { whoami } from './whoami.ts';

export const peopleVocabulary: Vocabulary = {
  commands: [link, whoami, settings, staffInvite],
  clicks: [],
  suggestions: { person: suggestPeople },
  forms: [settingsForm, inviteForm],
};
