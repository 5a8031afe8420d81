import type { Vocabulary } from '../../../chat/conversation.ts';
import { removeClick, replayClick, serviceWebhooks } from '../../webhooks/chat/webhooks.ts';
import { keyLinkClick, replaceKeyClick, revokeKeyClick, serviceKeys } from './keys.ts';

export const accessVocabulary: Vocabulary = {
  commands: [serviceKeys, serviceWebhooks],
  clicks: [keyLinkClick, replaceKeyClick, revokeKeyClick, replayClick, removeClick],
  forms: [],
};
