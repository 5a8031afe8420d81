import { useMemo, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useObservable } from '../../../observable.ts';
import { OverlayContext } from '../../shared/window/overlay.ts';
import { HomeTab } from '../home/home-tab.tsx';
import { ModalStack } from '../modal/modal-stack.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { ReaderContext } from '../text/reader.ts';
import { SeatContext } from '../world/screen.ts';
import type { Screen } from '../world/wire.ts';
import type { WorkspaceClient } from '../world/workspace.ts';
import { ConversationView } from './conversation.tsx';
import { useArrival, useCurrent, usePlace } from './current.ts';
import { useScreenReader } from './use-screen-reader.ts';

interface WindowProps {
  readonly workspace: WorkspaceClient;
  readonly userId: string;
}

/** One person's Slack, whole: conversations at the side, the chosen one, and the forms in front of it. */
export function SlackWindow({ workspace, userId }: WindowProps) {
  const { t } = useLanguage();
  const screen = useObservable(workspace.screens)[userId];
  if (!screen) return <p className="sl-loading">{t('page.loading')}</p>;
  return <Seated workspace={workspace} screen={screen} />;
}

function Seated({ workspace, screen }: { readonly workspace: WorkspaceClient; readonly screen: Screen }) {
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const reader = useScreenReader(screen);
  const { control } = workspace;
  const seat = useMemo(() => ({ screen, control, userId: screen.me.id }), [screen, control]);
  return (
    <SeatContext value={seat}>
      <ReaderContext value={reader}>
        <OverlayContext value={overlay}>
          <div className="sl-window">
            <Sidebar />
            <Main />
            <div className="sl-overlay" ref={setOverlay} />
            <ModalStack />
          </div>
        </OverlayContext>
      </ReaderContext>
    </SeatContext>
  );
}

function Main() {
  const conversation = useCurrent();
  const { tab } = usePlace();
  useArrival(conversation);
  if (!conversation) return <main className="sl-main" />;
  const home = conversation.withBot && tab === 'home';
  return home ? <HomeTab conversation={conversation} /> : <ConversationView conversation={conversation} />;
}
