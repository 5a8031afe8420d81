import { useState } from 'react';
import type { MessageKey } from '../../language/en.ts';
import { useLanguage } from '../../language/language.ts';
import { Popover } from '../popover.tsx';
import { useSession } from '../session.ts';
import { say } from '../toast.ts';
import { resetDemo } from './reset.ts';

/** What may go wrong between Slack and the bot, ordered by hand; and the way back to the beginning. */
export function TroubleMenu() {
  const { t } = useLanguage();
  const { setup, platform } = useSession();
  const { trouble } = platform;
  const items = [
    { label: 'trouble.fail', help: 'trouble.fail.help', order: trouble.failNextCall },
    { label: 'trouble.limit', help: 'trouble.limit.help', order: trouble.limitNextCall },
    { label: 'trouble.twice', help: 'trouble.twice.help', order: trouble.deliverTwice },
  ] as const;
  return (
    <Popover title={t('trouble.title')} side="right" label={t('trouble.title')}>
      {(close) => (
        <div className="sh-menu">
          {items.map(({ label, help, order }) => (
            <Item
              key={label}
              {...{ label, help }}
              choose={() => {
                close();
                void order().then(() => say(t('trouble.armed', { what: t(label) })));
              }}
            />
          ))}
          {setup.canReset && (
            <>
              <hr className="sh-menu-rule" />
              <Reset close={close} />
            </>
          )}
        </div>
      )}
    </Popover>
  );
}

interface ItemProps {
  readonly label: MessageKey;
  readonly help: MessageKey;
  readonly choose: () => void;
}

function Item({ label, help, choose }: ItemProps) {
  const { t } = useLanguage();
  return (
    <button type="button" className="sh-menu-item" onClick={choose}>
      <strong>{t(label)}</strong>
      <span>{t(help)}</span>
    </button>
  );
}

function Reset({ close }: { readonly close: () => void }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const reset = () => {
    close();
    void resetDemo().then(
      () => say(t('trouble.reset.done')),
      (error: unknown) => say(t('trouble.reset.failed', { reason: String(error) })),
    );
  };
  if (!asking) return <Item label="trouble.reset" help="trouble.reset.help" choose={() => setAsking(true)} />;
  return (
    <div className="sh-menu-ask">
      <p>{t('trouble.reset.confirm')}</p>
      <button type="button" className="sh-button sh-button-danger" onClick={reset}>
        {t('trouble.reset.yes')}
      </button>
    </div>
  );
}
