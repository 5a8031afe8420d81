import { createPortal } from 'react-dom';
import { useOverlay } from '../../shared/window/overlay.ts';
import { useSeat } from '../world/screen.ts';
import { Modal } from './modal.tsx';

/** The open forms of one person; only the front one is drawn, those behind it wait. */
export function ModalStack() {
  const { modals } = useSeat().screen;
  const overlay = useOverlay();
  const top = modals.at(-1);
  if (!top || !overlay) return null;
  return createPortal(
    <div className="sl-backdrop">
      <Modal key={top.id} view={top} depth={modals.length} />
    </div>,
    overlay,
  );
}
