import type { Vocabulary } from '../../chat/conversation.ts';
import { reportUrgentCommand } from '../../urgent/chat/report-urgent.ts';
import { staffDigest } from '../digest/chat/command.ts';
import { eventClicks } from './clicks/events.ts';
import { fillClick, submitClick } from './clicks/filling.ts';
import { reportAttach } from './commands/attach.ts';
import { exportClick, reportExport } from './commands/export.ts';
import { historyClick, reportHistory } from './commands/history.ts';
import { listClick, reportList } from './commands/list.ts';
import { noticeClick, reportNotice } from './commands/notice.ts';
import { pressingCommands } from './commands/pressing.ts';
import { reportShow, showClick } from './commands/show.ts';
import { attachClick, attachForm } from './forms/attach-form.ts';
import { eventFormHandlers } from './forms/event-form-handler.ts';
import { fillForm } from './forms/fill-form.ts';
import { handoverClick } from './handover/click.ts';
import { inboxCommand, inboxPageClick } from './inbox/command.ts';
import { inboxHome } from './inbox/home.ts';
import { answerTyped } from './inbox/message.ts';
import { attachSharedClick } from './inbox/shared-file.ts';
import { onItClick, snoozeClick } from './reminders/clicks.ts';
import { copyClick, renewClick } from './request/again.ts';
import { reportNew } from './request/command.ts';
import { editRequestClick, editRequestForm } from './request/edit-form.ts';
import { requestForm } from './request/request-form.ts';
import { newRequestClick } from './request/start.ts';
import { approveForm, staffApprove } from './staff/approve.ts';
import { staffAssign } from './staff/assign.ts';
import { queueClick, staffQueue } from './staff/queue.ts';
import { staffRules } from './staff/rules.ts';
import { retryMessageClick } from './staff/undelivered.ts';
import { suggestReports } from './suggestions.ts';

/** The reporting workflow in conversation: `/report`, `/inbox` and the staff's side of it. */
export const reportVocabulary: Vocabulary = {
  commands: [
    reportNew,
    reportList,
    reportShow,
    ...pressingCommands,
    reportAttach,
    reportHistory,
    reportNotice,
    reportUrgentCommand,
    reportExport,
    inboxCommand,
    staffQueue,
    staffApprove,
    staffAssign,
    staffDigest,
    staffRules,
  ],
  clicks: [
    ...eventClicks,
    fillClick,
    submitClick,
    attachClick,
    attachSharedClick,
    newRequestClick,
    editRequestClick,
    copyClick,
    renewClick,
    showClick,
    listClick,
    historyClick,
    noticeClick,
    exportClick,
    inboxPageClick,
    queueClick,
    retryMessageClick,
    snoozeClick,
    onItClick,
    handoverClick,
  ],
  forms: [...eventFormHandlers, fillForm, attachForm, requestForm, editRequestForm, approveForm],
  home: inboxHome,
  message: answerTyped,
  suggestions: { report: suggestReports },
};
