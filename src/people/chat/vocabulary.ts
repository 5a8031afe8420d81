import type { Vocabulary } from '../../chat/conversation.ts';
import { delegateCommand, endDelegationClick, newDelegationClick } from '../delegation/chat/command.ts';
import { delegateForm } from '../delegation/chat/form.ts';
import { inviteForm, staffInvite } from './invite.ts';
import { link } from './link.ts';
import { settings, settingsForm } from './settings.ts';
import { whoami } from './whoami.ts';

export const peopleVocabulary: Vocabulary = {
  commands: [link, whoami, settings, delegateCommand, staffInvite],
  clicks: [newDelegationClick, endDelegationClick],
  forms: [settingsForm, inviteForm, delegateForm],
};
