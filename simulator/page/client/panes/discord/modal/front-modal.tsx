import { createPortal } from 'react-dom';
import { useOverlay } from '../../shared/window/overlay.ts';
import { useSeat } from '../world/screen.ts';
import { Modal } from './modal.tsx';

/** The form in front of somebody's window, if there is one. */
export function FrontModal() {
  const { modal } = useSeat().screen;
  const overlay = useOverlay();
  if (!modal || !overlay) return null;
  return createPortal(
    <div className="dc-backdrop">
      <Modal key={modal.id} modal={modal} />
    </div>,
    overlay,
  );
}
