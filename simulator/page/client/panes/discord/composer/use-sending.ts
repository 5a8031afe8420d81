import { useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import type { Answer } from '../../shared/world/api.ts';
import type { Composed } from '../world/control.ts';
import { useSeat } from '../world/screen.ts';
import type { DiscordChannel } from '../world/wire.ts';

export interface Sending {
  /** Resolves with whether it went. */
  readonly text: (text: string) => Promise<boolean>;
  readonly command: (command: Composed) => Promise<boolean>;
  /** What went wrong, or what is going on. */
  readonly remark: string | undefined;
  readonly setRemark: (remark: string | undefined) => void;
}

export function useSending({ id: channel }: DiscordChannel): Sending {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const [remark, setRemark] = useState<string>();
  const told = async (answer: Promise<Answer>) => {
    setRemark(undefined);
    const { refused } = await answer;
    if (refused) setRemark(t('composer.failed', { reason: refused.message }));
    return refused === undefined;
  };
  return {
    text: (text) => told(control.message(userId, channel, text)),
    command: (command) => told(control.command(userId, channel, command)),
    remark,
    setRemark,
  };
}
