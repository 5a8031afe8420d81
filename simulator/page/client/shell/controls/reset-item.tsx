import { useState } from 'react';
import { useLanguage } from '../../language/language.ts';
import { say } from '../toast.ts';
import { MenuItem } from './menu-item.tsx';
import { resetDemo } from './reset.ts';

/** Asks before it empties everything. */
export function ResetItem({ close }: { readonly close: () => void }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const reset = () => {
    close();
    void resetDemo().then(
      () => say(t('trouble.reset.done')),
      (error: unknown) => say(t('trouble.reset.failed', { reason: String(error) })),
    );
  };
  if (!asking) {
    return (
      <MenuItem label={t('trouble.reset')} help={t('trouble.reset.help')} choose={() => setAsking(true)} />
    );
  }
  return (
    <div className="sh-menu-ask">
      <p>{t('trouble.reset.confirm')}</p>
      <button type="button" className="sh-button sh-button-danger" onClick={reset}>
        {t('trouble.reset.yes')}
      </button>
    </div>
  );
}
