import { useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { usePlace } from '../window/current.ts';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation } from '../world/wire.ts';

export interface Writing {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly send: () => Promise<void>;
  readonly attach: (files: FileList | null) => Promise<void>;
  /** What went wrong, or what is going on. */
  readonly remark: string | undefined;
}

/** What somebody writes: a command when it begins with a slash, a message otherwise. */
export function useComposer(conversation: SlackConversation, threadTs: string | undefined): Writing {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const draft = useDraft(threadTs !== undefined);
  const [remark, setRemark] = useState<string>();
  const send = async () => {
    const text = draft.text.trim();
    if (text === '') return;
    draft.set('');
    setRemark(undefined);
    const { id: channel } = conversation;
    const answer = text.startsWith('/')
      ? await control.command(userId, channel, text)
      : await control.message(userId, { channel, text, threadTs });
    if (!answer.refused) return;
    draft.set(text);
    setRemark(t('composer.failed', { reason: answer.refused.message }));
  };
  const attach = async (files: FileList | null) => {
    for (const file of files ?? []) {
      setRemark(t('composer.uploading', { name: file.name }));
      const where = { channel: conversation.id, ...(threadTs ? { threadTs } : {}) };
      const { refused } = await control.upload(userId, file, where);
      setRemark(refused && t('composer.failed', { reason: refused.message }));
    }
  };
  return { text: draft.text, setText: draft.set, send, attach, remark };
}

// The conversation's draft belongs to its person and survives a look elsewhere; a thread's is only here.
function useDraft(inThread: boolean) {
  const { userId } = useSeat();
  const { draft } = usePlace();
  const [own, setOwn] = useState('');
  if (inThread) return { text: own, set: setOwn };
  return { text: draft.text, set: (text: string) => move(userId, { draft: { ...draft, text } }) };
}
