import type { Vocabulary } from '../../chat/conversation.ts';
import { delegateCommand, endDelegationClick, newDelegationClick } from '../delegation/chat/command.ts';
import { delegateForm } from '../delegation/chat/form.ts';
import { inviteForm, staffInvite } from './invite.ts';
import { link } from './linking/link.ts';
import { linkSteps } from './linking/steps.ts';
import { staffUnlink, unlinkClick } from './linking/unlink.ts';
import { settings, settingsForm } from './settings.ts';
import { suggestPeople } from './suggestions.ts';
import { whoami } from './whoami.ts';

export const peopleVocabulary: Vocabulary = {
  commands: [link, whoami, settings, delegateCommand, staffInvite, staffUnlink],
  clicks: [...linkSteps, unlinkClick, newDelegationClick, endDelegationClick],
  suggestions: { person: suggestPeople },
  forms: [settingsForm, inviteForm, delegateForm],
};
