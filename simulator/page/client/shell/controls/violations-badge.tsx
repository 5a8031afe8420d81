import { useLanguage } from '../../language/language.ts';
import type { Violation } from '../../panes/platform.ts';
import { Popover } from '../popover.tsx';
import { useSession } from '../session.ts';

/** The stand-in is as strict as Slack; here is all that it objected to. */
export function ViolationsBadge() {
  const { t } = useLanguage();
  const violations = useSession().platform.useViolations();
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
              <Row key={violations.length - index} violation={violation} />
            ))}
          </ol>
        </div>
      )}
    </Popover>
  );
}

function Row({ violation: { at, code, where, details } }: { readonly violation: Violation }) {
  return (
    <li>
      <p>
        <code>{code}</code> <strong>{where}</strong>{' '}
        <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
      </p>
      {details.map((detail) => (
        <pre key={detail}>{detail}</pre>
      ))}
    </li>
  );
}
