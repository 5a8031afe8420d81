import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { useDialog } from '../../shared/window/dialog.ts';
import { everythingTold, inOrder } from '../../shared/world/in-order.ts';
import { nameOf, useSeat } from '../world/screen.ts';
import type { DiscordModal } from '../world/wire.ts';
import { Field } from './field.tsx';
import { FormContext } from './form.ts';
import { useSubmit } from './use-submit.ts';

/** A form: at most five parts, one at a time. */
export function Modal({ modal }: { readonly modal: DiscordModal }) {
  const { t } = useLanguage();
  const { screen, control, userId } = useSeat();
  const close = () => void everythingTold().then(() => control.close(userId));
  const dialog = useDialog(close);
  const { busy, submit, errors, failure } = useSubmit(modal);
  const [values] = useState(modal.values);
  const form = useMemo(
    () => ({
      valueOf: (id: string) => values[id],
      enter: (id: string, value: Parameters<typeof control.input>[2]) =>
        void inOrder(() => control.input(userId, id, value)),
      upload: (file: File) => control.upload(userId, file),
      errors,
    }),
    [values, control, userId, errors],
  );
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      body.current?.querySelector('.dc-field-wrong')?.scrollIntoView({ block: 'center' });
  }, [errors]);
  return (
    <div {...dialog} className="dc-modal" role="dialog" aria-modal="true" aria-label={modal.title}>
      <form onSubmit={submit} noValidate>
        <header className="dc-modal-head">
          <Avatar id={screen.bot.id} name={screen.bot.username} />
          <h2>{modal.title}</h2>
          <button type="button" className="dc-modal-x" aria-label={t('modal.close')} onClick={close}>
            ×
          </button>
        </header>
        <div className="dc-modal-body" ref={body}>
          <p className="dc-modal-warning">{t('discord.modal.warning', { name: nameOf(screen.bot) })}</p>
          <FormContext value={form}>
            {modal.components.map((component, index) => (
              <Field key={String(component.id ?? index)} component={component} />
            ))}
          </FormContext>
        </div>
        {failure && (
          <p className="dc-modal-failure" role="alert">
            {failure}
          </p>
        )}
        <Foot busy={busy} close={close} />
      </form>
    </div>
  );
}

function Foot({ busy, close }: { readonly busy: boolean; readonly close: (event?: FormEvent) => void }) {
  const { t } = useLanguage();
  return (
    <footer className="dc-modal-foot">
      <button type="button" className="dc-button dc-button-secondary" onClick={() => close()}>
        {t('modal.cancel')}
      </button>
      <button type="submit" className="dc-button dc-button-primary" disabled={busy}>
        {t(busy ? 'modal.sending' : 'discord.modal.submit')}
      </button>
    </footer>
  );
}
