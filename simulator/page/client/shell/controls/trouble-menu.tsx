import { useLanguage } from '../../language/language.ts';
import type { Platform } from '../../panes/platform.ts';
import { Popover } from '../popover.tsx';
import { type Seat, useSession } from '../session.ts';
import { say } from '../toast.ts';
import { MenuItem } from './menu-item.tsx';
import { ResetItem } from './reset-item.tsx';

/** What may go wrong between the platforms and the bot, ordered by hand; and the way back to the beginning. */
export function TroubleMenu({ shown }: { readonly shown: readonly Seat[] }) {
  const { t } = useLanguage();
  const { setup, platforms } = useSession();
  return (
    <Popover title={t('trouble.title')} side="right" label={t('trouble.title')}>
      {(close) => (
        <div className="sh-menu">
          {platforms.map((platform) => {
            const accounts = shown.filter((seat) => seat.platform === platform).map((seat) => seat.account);
            return (
              <section key={platform.kind}>
                <h3>{platform.name}</h3>
                <Troubles platform={platform} accounts={accounts} close={close} />
              </section>
            );
          })}
          {setup.canReset && (
            <>
              <hr className="sh-menu-rule" />
              <ResetItem close={close} />
            </>
          )}
        </div>
      )}
    </Popover>
  );
}

interface TroublesProps {
  readonly platform: Platform;
  readonly accounts: readonly string[];
  readonly close: () => void;
}

function Troubles({ platform, accounts, close }: TroublesProps) {
  const { t } = useLanguage();
  return platform.useTroubles(accounts).map(({ label, help, order }) => (
    <MenuItem
      key={label}
      {...{ label, help }}
      choose={() => {
        close();
        void order().then(() => say(t('trouble.armed', { what: label })));
      }}
    />
  ));
}
