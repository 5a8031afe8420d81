import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import { keyLinkHandle } from '../../access/grant.ts';
import type { KeyMode } from '../../access/key.ts';
import { type Step, stepsFrom } from '../../lifecycle/lifecycle.ts';
import { LIFECYCLES } from '../../lifecycle/lifecycles.ts';
import type { ServiceCase } from '../../record/case.ts';
import { handleOf, SHOW } from '../handles.ts';

export interface ButtonReader extends Pick<Reader, 't'> {
  /** Null: whoever reads the staff channel. */
  readonly person: Actor | null;
}

const PRIMARY: readonly string[] = [
  ...['answer', 'submit', 'recheck', 'refer', 'outcome', 'take', 'approve', 'go-live', 'renew', 'resubmit'],
  'ask-live',
];
const DANGER: readonly string[] = ['refuse', 'revoke', 'retire'];
/** What cannot be undone by the same person, or opens a door, is asked once more. */
const ASKED_TWICE: readonly string[] = ['submit', 'approve', 'go-live', 'renew', 'withdraw', 'retire'];

/** What somebody may do to a case, in the order of its table of steps; and where the whole of it is shown. */
export function caseButtons(reader: ButtonReader, found: ServiceCase): readonly Button[] {
  const steps = stepsFrom(LIFECYCLES[found.kind], found.state).filter(
    (step) => mayTake(reader, step, found) && isDue(reader, step, found),
  );
  return [
    ...keyButton(reader, found),
    ...steps.map((step) => stepButton(reader, step, found)),
    ...openButton(reader, found),
  ];
}

/** A link to a key for whoever presses it; the key itself is never on a card. */
function keyButton(
  { t, person }: ButtonReader,
  { kind, id, state, providerId }: ServiceCase,
): readonly Button[] {
  const mode = kind === 'api' ? KEY_MODE[state] : undefined;
  if (mode === undefined || !person || !permitted('service.keys', person, { providerId }).allowed) return [];
  return [{ label: t(`services.key.${mode}`), tone: 'primary', handle: keyLinkHandle(id, mode) }];
}

const KEY_MODE: Readonly<Record<string, KeyMode>> = { SANDBOX: 'SANDBOX', LIVE: 'LIVE', REVIEW_DUE: 'LIVE' };

function mayTake({ person }: ButtonReader, { by }: Step, { providerId }: ServiceCase): boolean {
  if (by === 'clock') return false;
  if (person === null) return by === 'service.handle';
  return permitted(by, person, { providerId }).allowed;
}

/** Some steps are there only once another has been taken. */
function isDue({ person }: ButtonReader, { event }: Step, found: ServiceCase): boolean {
  switch (event) {
    case 'first-approval':
      return false;
    case 'claim':
      return found.assignedTo === null || (person !== null && found.assignedTo !== person.principalId);
    case 'ask-live':
      return found.kind === 'api' && found.liveAskedAt === null;
    case 'go-live':
    case 'not-yet':
      return found.kind === 'api' && found.liveAskedAt !== null;
    default:
      return true;
  }
}

function stepButton({ t, person }: ButtonReader, { event }: Step, found: ServiceCase): Button {
  const label = t(`services.deed.${event}`);
  const gaveFirst =
    event === 'approve' && found.kind === 'api' && found.approvals.includes(person?.principalId ?? '');
  return {
    label,
    tone: PRIMARY.includes(event) ? 'primary' : DANGER.includes(event) ? 'danger' : 'plain',
    handle: handleOf(found, event),
    ...(ASKED_TWICE.includes(event) ? { confirm: question(t, event, found.id) } : {}),
    ...(gaveFirst ? { disabledBecause: plain(refusalText(t, SECOND_IS_ANOTHER)) } : {}),
  };
}

const SECOND_IS_ANOTHER = refusePerson('first-approver-may-not-second', {
  rolesNeeded: ['STAFF_REVIEWER', 'STAFF_LEAD'],
});

const question = (t: Reader['t'], event: string, id: string) => ({
  title: t(`services.deed.${event}`),
  body: t(`services.ask.${event}`, { id }),
  yes: t(`services.deed.${event}`),
  no: t('common.button.cancel'),
});

const openButton = ({ t, person }: ButtonReader, found: ServiceCase): readonly Button[] =>
  person === null
    ? [{ label: t('cases.button.open'), tone: 'plain', handle: { ...handleOf(found, 'show'), action: SHOW } }]
    : [];
