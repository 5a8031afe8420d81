import { useMemo } from 'react';
import { useLanguage } from '../../language/language.ts';
import { combined, useObservable } from '../../observable.ts';
import type { Violation } from '../../panes/platform.ts';
import { Popover } from '../popover.tsx';
import { useSession } from '../session.ts';

interface Objection extends Violation {
  /** Whose stand-in objected. */
  readonly platform: string;
}

/** The stand-ins are as strict as the platforms; here is all that they objected to. */
export function ViolationsBadge() {
  const { t } = useLanguage();
  const violations = useObjections();
  const count = violations.length;
  const label =
    count === 0 ? t('violations.none') : count === 1 ? t('violations.one') : t('violations.some', { count });
  return (
    <Popover
      title={t('violations.title')}
      side="right"
      className={count === 0 ? 'sh-button sh-verdict sh-verdict-good' : 'sh-button sh-verdict sh-verdict-bad'}
      label={label}
    >
      {() => (
        <div className="sh-violations">
          <h3>{t('violations.title')}</h3>
          <p>{t(count === 0 ? 'violations.good' : 'violations.intro')}</p>
          <ol>
            {violations.toReversed().map((violation, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its head.
              <Row key={count - index} violation={violation} />
            ))}
          </ol>
        </div>
      )}
    </Popover>
  );
}

function useObjections(): readonly Objection[] {
  const { platforms } = useSession();
  const all = useMemo(() => combined(platforms.map(({ violations }) => violations)), [platforms]);
  return useObservable(all)
    .flatMap((violations, index) =>
      violations.map((violation) => ({ ...violation, platform: platforms[index]?.name ?? '' })),
    )
    .sort((a, b) => a.at.localeCompare(b.at));
}

function Row({ violation: { platform, at, code, where, details } }: { readonly violation: Objection }) {
  return (
    <li>
      <p>
        {platform} <code>{code}</code> <strong>{where}</strong>{' '}
        <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
      </p>
      {details.map((detail) => (
        <pre key={detail}>{detail}</pre>
      ))}
    </li>
  );
}
