import { createPortal } from 'react-dom';
import type { JsonObject } from '../../../../../common/json.ts';
import { useLanguage } from '../../../language/language.ts';
import { useDialog } from '../../shared/window/dialog.ts';
import { useOverlay } from '../../shared/window/overlay.ts';
import { plainText, TextObject } from '../text/text-object.tsx';

interface ConfirmProps {
  readonly confirm: JsonObject;
  readonly yes: () => void;
  readonly no: () => void;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export function ConfirmDialog({ confirm, yes, no }: ConfirmProps) {
  const { t } = useLanguage();
  const dialog = useDialog(no);
  const overlay = useOverlay();
  if (!overlay) return null;
  const danger = confirm.style === 'danger';
  return createPortal(
    <div className="sl-backdrop sl-backdrop-front">
      <div
        {...dialog}
        className="sl-confirm"
        role="alertdialog"
        aria-modal="true"
        aria-label={plainText(confirm.title)}
      >
        <h2>{plainText(confirm.title)}</h2>
        <div className="sl-confirm-text">
          <TextObject of={confirm.text} />
        </div>
        <div className="sl-dialog-buttons">
          <button type="button" className="sl-button" onClick={no}>
            {plainText(confirm.deny) || t('confirm.no')}
          </button>
          <button
            type="button"
            className={`sl-button ${danger ? 'sl-button-danger' : 'sl-button-primary'}`}
            data-autofocus
            onClick={yes}
          >
            {plainText(confirm.confirm) || t('confirm.yes')}
          </button>
        </div>
      </div>
    </div>,
    overlay,
  );
}
