import type { Vocabulary } from '../../chat/conversation.ts';
import { quietClicks } from './card/reminders.ts';
import { deedClicks, deedForm } from './forms/deeds.ts';
import { requestClick, requestForm, serviceRequest } from './forms/request.ts';
import { listClick, serviceList } from './list.ts';
import { queueClick, serviceQueueCommand } from './queue.ts';
import { serviceShow, showClick } from './show.ts';

/** The special services in conversation: `/service`. */
export const serviceVocabulary: Vocabulary = {
  commands: [serviceRequest, serviceList, serviceShow, serviceQueueCommand],
  clicks: [requestClick, listClick, showClick, queueClick, ...deedClicks, ...quietClicks],
  forms: [requestForm, deedForm],
};
