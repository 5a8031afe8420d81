import type { Answer, Command, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, type Refusal, refusalsOf, refuse, refuseAll } from '../../../result.ts';
import type { TypedOrganisation } from '../../actions/organisation-fields.ts';
import { refusedSoFar, registerOrganisation } from '../../actions/register-organisation.ts';
import {
  hasInput,
  NEW_ORGANISATION,
  REGISTER_FORM,
  REGISTER_PAGES,
  type RegisterPage,
  registerPage,
  typedOrganisation,
} from './register-page.ts';
import { registeredCard } from './registered-card.ts';

export const staffRegister: Command = {
  area: 'staff',
  verb: 'register',
  options: [{ name: 'kind', kind: 'choice', required: false, choices: ['store', 'provider'] }],
  who: 'staff.register',
  effect: 'read',
  run: async (talk, { kind }) => {
    const draft = await loadDraft(talk.app, draftOf(talk));
    const asked = kind === undefined ? {} : { kind: kind.toUpperCase() };
    return opened(talk, 'organisation', { ...NEW_ORGANISATION, ...draft?.values, ...asked });
  },
};

/** A store is on record after the first page, a provider after the second. */
export const registerForm: FormHandler = {
  form: REGISTER_FORM,
  run: async (talk, submission) => {
    const refusal = permissionRefusal(permitted('staff.register', talk.person));
    if (refusal) return refusal;
    const { person, app } = talk;
    const draft = await saveDraft(app, draftOf(talk), {
      values: submission.values,
      editor: person.principalId,
    });
    return turned(talk, submission, draft.values);
  },
};

async function turned(talk: Known, { page, move }: Submission, values: FormValues): Promise<Answer> {
  const asked = REGISTER_PAGES.find((known) => known === page) ?? 'organisation';
  const organisation = typedOrganisation(values);
  if (asked === 'provider') {
    // Another window may have made a store of it, which this page would not say.
    const stays = move === 'submit' && organisation?.kind === 'PROVIDER';
    return stays ? registered(talk, asked, { organisation, values }) : opened(talk, 'organisation', values);
  }
  if (!organisation) return refuse('directory.kind-missing', {}, 'kind');
  if (organisation.kind === 'STORE') return registered(talk, asked, { organisation, values });
  const refusal = await refusedSoFar(talk.app, organisation);
  return refusal ? beside(refusal, placeOn(talk, asked, values)) : opened(talk, 'provider', values);
}

const opened = (talk: Known, page: RegisterPage, values: FormValues): Answer => ({
  kind: 'form',
  page: registerPage(talk, page, values),
});

interface Typed {
  readonly organisation: TypedOrganisation;
  readonly values: FormValues;
}

async function registered(talk: Known, page: RegisterPage, { organisation, values }: Typed): Promise<Answer> {
  const { app, person: actor, requestId } = talk;
  const draft = deleteDraft(draftOf(talk));
  const made = await registerOrganisation(app, { actor, requestId, organisation, draft });
  if (isRefused(made)) return beside(made, placeOn(talk, page, values));
  return { kind: 'closed', card: await registeredCard(talk, organisation.kind, made.ok.id) };
}

type Place = (field: string) => string | undefined;

/** The input of this page beside which a refusal belongs; undefined where the page has none. */
const placeOn =
  (talk: Known, page: RegisterPage, values: FormValues): Place =>
  (field) => {
    const name = field === 'timeZone' && typed(values, 'otherZone') !== '' ? 'otherZone' : field;
    return hasInput(talk, page, name) ? name : undefined;
  };

function beside(refusal: Refusal, place: Place): Refusal {
  const [first = refusal, ...others] = refusalsOf(refusal).map(({ refused, data, field }) =>
    refuse(refused, data, field === undefined ? undefined : place(field)),
  );
  return refuseAll([first, ...others]);
}

const draftOf = ({ person: { principalId } }: Known): DraftKey => ({
  form: REGISTER_FORM,
  subject: principalId,
  owner: principalId,
});
