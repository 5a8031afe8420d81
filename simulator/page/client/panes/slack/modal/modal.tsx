import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useDialog } from '../../shared/window/dialog.ts';
import { everythingTold } from '../../shared/world/in-order.ts';
import { Blocks } from '../blocks/any-block.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { plainText } from '../text/text-object.tsx';
import { useSeat } from '../world/screen.ts';
import type { SlackView } from '../world/wire.ts';
import { useViewSurface } from './view-surface.ts';

/** A form in front of somebody's window. */
export function Modal({ view, depth }: { readonly view: SlackView; readonly depth: number }) {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const close = () => void everythingTold().then(() => control.close(userId, false));
  const { busy, submit } = useSubmit();
  const dialog = useDialog(close);
  const surface = useViewSurface(view, 'modal');
  const body = useRef<HTMLDivElement>(null);
  useScrolling(body, view);
  useFocusOnNewPage(body, view.hash);
  const title = plainText(view.title);
  return (
    <div
      {...dialog}
      className="sl-modal"
      role="dialog"
      aria-modal="true"
      aria-label={title}
      data-depth={depth}
    >
      <form onSubmit={submit} onKeyDown={sendOnCommandEnter} noValidate>
        <header className="sl-modal-head">
          <h2>{title}</h2>
          <button type="button" className="sl-modal-x" aria-label={t('modal.close')} onClick={close}>
            ×
          </button>
        </header>
        <div className="sl-modal-body" ref={body}>
          <Failures view={view} />
          <SurfaceContext value={surface}>
            <Blocks key={view.hash} blocks={view.blocks} />
          </SurfaceContext>
        </div>
        <footer className="sl-modal-foot sl-dialog-buttons">
          <button type="button" className="sl-button" onClick={close}>
            {plainText(view.close ?? undefined) || t('modal.cancel')}
          </button>
          {view.submit && (
            <button type="submit" className="sl-button sl-button-primary" disabled={busy}>
              {busy ? t('modal.sending') : plainText(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </div>
  );
}

function Failures({ view }: { readonly view: SlackView }) {
  const { t } = useLanguage();
  const wrong = Object.keys(view.errors).length > 0;
  if (!wrong && !view.failure) return null;
  return (
    <p className="sl-modal-failure" role="alert">
      {view.failure ?? t('modal.errors')}
    </p>
  );
}

function useSubmit() {
  const { control, userId } = useSeat();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await everythingTold();
    await control.submit(userId);
    setBusy(false);
  };
  return { busy, submit: (event: FormEvent) => void submit(event) };
}

// A new page of a form begins at its top; an error is brought into sight.
function useScrolling(body: React.RefObject<HTMLDivElement | null>, { hash, errors }: SlackView): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash changes with the content.
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [hash, body]);
  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      body.current?.querySelector('.sl-input-wrong')?.scrollIntoView({ block: 'center' });
    }
  }, [errors, body]);
}

// Whoever sent a page goes on typing in the next one: the button that had the focus belongs to the old page.
function useFocusOnNewPage(body: React.RefObject<HTMLDivElement | null>, hash: string): void {
  const shown = useRef(hash);
  useEffect(() => {
    if (shown.current === hash) return;
    shown.current = hash;
    const focused = document.activeElement;
    if (focused !== document.body && !focused?.closest('.sl-modal-foot')) return;
    body.current?.querySelector<HTMLElement>('.sl-field')?.focus({ preventScroll: true });
  }, [hash, body]);
}

function sendOnCommandEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
}
