import { useLanguage } from '../language/language.ts';
import { Boundary } from './boundary.tsx';
import { PersonPicker } from './people/person-picker.tsx';
import { PlatformSwitch } from './people/platform-switch.tsx';
import type { Seat } from './session.ts';

interface PaneProps {
  readonly seat: Seat;
  /** Another window takes this place. */
  readonly choose: (key: string) => void;
}

export function Pane({ seat, choose }: PaneProps) {
  const { pick, t } = useLanguage();
  const { person, platform, account } = seat;
  return (
    <section
      className={`sh-pane sh-pane-${person.group} sh-pane-on-${platform.kind}`}
      aria-label={`${pick(person.name)}, ${pick(person.title)}, ${platform.name}`}
      data-person={person.id}
      data-platform={platform.kind}
    >
      <header className="sh-pane-head">
        <PersonPicker person={person} choose={choose} />
        <PlatformSwitch seat={seat} choose={choose} />
      </header>
      <Boundary
        key={account}
        broken={(error) => <p className="sh-broken">{t('page.broken', { reason: error.message })}</p>}
      >
        {platform.window(account)}
      </Boundary>
    </section>
  );
}
