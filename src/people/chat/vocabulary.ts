import type { Vocabulary } from '../../chat/conversation.ts';
import { inviteForm, staffInvite } from './invite.ts';
import { link } from './linking/link.ts';
import { linkSteps } from './linking/steps.ts';
import { staffUnlink, unlinkClick } from './linking/unlink.ts';
import { settings, settingsForm } from './settings.ts';
import { suggestPeople } from './suggestions.ts';
import { whoami } from './whoami.ts';

export const peopleVocabulary: Vocabulary = {
  commands: [link, whoami, settings, staffInvite, staffUnlink],
  clicks: [...linkSteps, unlinkClick],
  suggestions: { person: suggestPeople },
  forms: [settingsForm, inviteForm],
};
