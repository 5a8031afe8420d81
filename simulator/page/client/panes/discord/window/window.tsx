import { useMemo, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useObservable } from '../../../observable.ts';
import { OverlayContext } from '../../shared/window/overlay.ts';
import { FrontModal } from '../modal/front-modal.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { ReaderContext } from '../text/reader.ts';
import { SeatContext } from '../world/screen.ts';
import type { ServersClient } from '../world/servers.ts';
import type { Screen } from '../world/wire.ts';
import { ChannelView } from './channel-view.tsx';
import { useArrival, useCurrent } from './current.ts';
import { useScreenReader } from './use-screen-reader.ts';

interface WindowProps {
  readonly servers: ServersClient;
  readonly userId: string;
}

/** One person's Discord, whole: servers and channels at the side, the chosen one, and the form in front of it. */
export function DiscordWindow({ servers, userId }: WindowProps) {
  const { t } = useLanguage();
  const screen = useObservable(servers.screens)[userId];
  if (!screen) return <p className="dc-loading">{t('discord.loading')}</p>;
  return <Seated servers={servers} screen={screen} />;
}

function Seated({ servers, screen }: { readonly servers: ServersClient; readonly screen: Screen }) {
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const reader = useScreenReader(screen);
  const { control } = servers;
  const seat = useMemo(() => ({ screen, control, userId: screen.me.id }), [screen, control]);
  return (
    <SeatContext value={seat}>
      <ReaderContext value={reader}>
        <OverlayContext value={overlay}>
          <div className="dc-window">
            <Inside />
            <div className="dc-overlay" ref={setOverlay} />
            <FrontModal />
          </div>
        </OverlayContext>
      </ReaderContext>
    </SeatContext>
  );
}

function Inside() {
  const channel = useCurrent();
  const [drawer, setDrawer] = useState(false);
  useArrival(channel);
  return (
    <>
      <Sidebar current={channel} open={drawer} setOpen={setDrawer} />
      {channel ? (
        <ChannelView channel={channel} openSidebar={() => setDrawer(true)} />
      ) : (
        <main className="dc-main" />
      )}
    </>
  );
}
