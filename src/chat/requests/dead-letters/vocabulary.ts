import { auditEvent } from '../../../audit/event.ts';
import { PLATFORM_ORGANISATION } from '../../../people/actions/bootstrap-lead.ts';
import { permitted } from '../../../people/permissions.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import type { HandleSpec } from '../../card.ts';
import type { Answer, Click, Command, Known, Vocabulary } from '../../conversation.ts';
import { handled } from '../handled.ts';
import { deadCard, RETRY_LETTER, RETRY_REQUEST } from './card.ts';
import { deadRequests, NOT_DEAD, revive } from './record.ts';

/** Counted up to here; the card shows the newest. */
const READ = 100;

const command: Command = {
  area: 'staff',
  verb: 'dead-letters',
  options: [],
  who: 'staff.dead-letters',
  effect: 'read',
  run: (talk) => overview(talk),
};

async function overview(talk: Known): Promise<Answer> {
  const [requests, letters] = await Promise.all([deadRequests(talk.app, READ), talk.app.queue.deadLetters()]);
  return { kind: 'card', card: deadCard(talk, { requests, letters }) };
}

type Retry = (talk: Known, id: string) => Promise<Result<string>>;

/** A button that only leads may press; it shows what is left. Refused: `chat.not-dead` when another lead was first. */
const retryClick = (action: string, retry: Retry): Click => ({
  action,
  effect: 'change',
  run: async (talk: Known, { subject }: HandleSpec): Promise<Answer> => {
    const refusal = notForYou(talk) ?? (await retry(talk, subject));
    return 'refused' in refusal ? refusal : overview(talk);
  },
});

function notForYou({ person }: Known): Refusal | null {
  const permission = permitted('staff.dead-letters', person);
  return permission.allowed ? null : refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
}

const retryRequest: Retry = async ({ app, person, requestId }, id) => {
  const at = app.clock.now();
  const event = auditEvent({
    objectType: 'platform',
    objectId: PLATFORM_ORGANISATION,
    actor: person.principalId,
    action: 'staff.retry-request',
    at,
    requestId,
    data: { request: id },
  });
  try {
    await app.database.change([revive(id), event, handled(requestId, at)]);
    return ok(id);
  } catch (error) {
    if (error instanceof Conflict && error.code === NOT_DEAD) return refuse('chat.not-dead');
    throw error;
  }
};

const retryLetter: Retry = async ({ app }, id) =>
  (await app.queue.retry(id)) ? ok(id) : refuse('chat.not-dead');

/** What could not be carried out or delivered, for a lead to look at and have tried again. */
export const deadLettersVocabulary: Vocabulary = {
  commands: [command],
  clicks: [retryClick(RETRY_REQUEST, retryRequest), retryClick(RETRY_LETTER, retryLetter)],
  forms: [],
};
