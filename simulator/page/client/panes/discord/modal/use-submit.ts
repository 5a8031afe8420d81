import { type FormEvent, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { everythingTold } from '../../shared/world/in-order.ts';
import { useSeat } from '../world/screen.ts';
import type { DiscordModal } from '../world/wire.ts';
import { lacksOf } from './lacks.ts';

/** Sends the form once Discord's client would let it go; else says at each input what is missing. */
export function useSubmit(modal: DiscordModal) {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string>();
  const sending = useRef(false);
  const send = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    await everythingTold();
    const current = (await control.screen(userId)).modal ?? modal;
    const lacks = lacksOf(current, t);
    setErrors(lacks);
    const refused = Object.keys(lacks).length === 0 ? (await control.submit(userId)).refused : undefined;
    setRefusal(refused?.message);
    sending.current = false;
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return { busy, submit, errors, failure: refusal ?? modal.failure };
}
