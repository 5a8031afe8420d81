import { useEffect } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Blocks } from '../blocks/any-block.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { useViewSurface } from '../modal/view-surface.ts';
import { ConversationHeader } from '../window/header.tsx';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation, SlackView } from '../world/wire.ts';

/** The app's home, as it drew it for this person. */
export function HomeTab({ conversation }: { readonly conversation: SlackConversation }) {
  const { t } = useLanguage();
  const { screen, control, userId } = useSeat();
  useEffect(() => {
    void control.openHome(userId, 'home');
  }, [control, userId]);
  return (
    <main className="sl-main">
      <ConversationHeader conversation={conversation} />
      <div className="sl-home">
        {screen.home && screen.home.blocks.length > 0 ? (
          <HomeBlocks view={screen.home} />
        ) : (
          <p className="sl-home-empty">{t('slack.home.empty')}</p>
        )}
      </div>
    </main>
  );
}

function HomeBlocks({ view }: { readonly view: SlackView }) {
  const surface = useViewSurface(view, 'home');
  return (
    <SurfaceContext value={surface}>
      <Blocks blocks={view.blocks} />
    </SurfaceContext>
  );
}
