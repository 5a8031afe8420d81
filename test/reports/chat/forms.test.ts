import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../src/chat/conversation.ts';
import type { FormPage } from '../../../src/chat/form.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { EVENT_FORMS } from '../../../src/reports/chat/forms/event-forms.ts';
import { providerPages } from '../../../src/reports/fields/forms.ts';
import type { HumanEvent } from '../../../src/reports/lifecycle/table/transitions.ts';
import { SERVICE_SCOPES } from '../../../src/reports/report.ts';
import type { CaseDriver } from '../../support/case-driver.ts';
import { requestValues } from '../../support/cast.ts';
import { formOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

/** Slack gives a modal's title 24 characters, the step included. */
const wholeTitle = ({ title, step }: FormPage<string>): string =>
  step ? `${title} ${step.index}/${step.count}` : title;

describe.each(LOCALES)('the forms in %s', (locale: Locale) => {
  it('have titles that fit by themselves, page after page', async () => {
    const { as } = stage;
    const { cast, drive } = await stage.nextScene();
    const owner = as(cast.owner, locale);
    const titles = [wholeTitle(formOf(await owner.type(`/report new ${cast.providerId}`)))];
    titles.push(
      wholeTitle(formOf(await owner.submit({ ...requestValues(cast), serviceScope: [...SERVICE_SCOPES] }))),
    );
    const id = await drive.draft({ serviceScope: [...SERVICE_SCOPES] });
    await drive.apply(id, cast.owner, { type: 'request' });
    await drive.apply(id, cast.admin, { type: 'accept' });
    const admin = as(cast.admin, locale);
    titles.push(wholeTitle(formOf(await admin.type(`/report fill ${id}`))));
    for (let page = 1; page < providerPages(SERVICE_SCOPES).length; page += 1) {
      titles.push(wholeTitle(formOf(await admin.submit({}))));
    }
    expect(titles).toHaveLength(10);
    expect(titles.filter((title) => title.length > 24)).toEqual([]);
  });
});

type Standing = 'REQUESTED' | 'STORE_CONFIRM' | 'STAFF_REVIEW' | 'INFO_REQUESTED' | 'ACTIVE' | 'SUSPENDED';

/** Leads a case to where an event can happen. */
async function leadTo(standing: Standing, { drive, cast }: Pick<Stage, 'drive' | 'cast'>): Promise<string> {
  if (standing === 'REQUESTED') {
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    return id;
  }
  if (standing === 'STORE_CONFIRM') return toConfirm(drive, cast.owner, cast.admin);
  const id = await drive.toReview({ purchaseStart: '2026-05-06', reportingStart: '2026-05-06' });
  const question = 'Which team answers at night?';
  if (standing === 'INFO_REQUESTED')
    await drive.apply(id, cast.reviewer, { type: 'askInformation', from: 'provider', question });
  if (standing === 'ACTIVE' || standing === 'SUSPENDED')
    await drive.apply(id, cast.reviewer, { type: 'approve' });
  if (standing === 'SUSPENDED')
    await drive.apply(id, cast.lead, {
      type: 'suspend',
      cause: 'DEPOSIT_SHORT',
      text: 'The deposit is far too low.',
    });
  return id;
}

async function toConfirm(drive: CaseDriver, owner: Actor, admin: Actor): Promise<string> {
  const id = await drive.draft();
  await drive.apply(id, owner, { type: 'request' });
  await drive.apply(id, admin, { type: 'accept' });
  await drive.fill(id);
  await drive.submit(id);
  return id;
}

type Values = Readonly<Record<string, string | readonly string[]>>;
const TEXT = 'A reason that is long enough to be one.';
const ENDS = '2026-08-01';

describe('what is typed into a form becomes the event', () => {
  it.each<[HumanEvent, Standing, Values, object]>([
    ['decline', 'REQUESTED', { reasonCode: 'OTHER', text: TEXT }, { reasonCode: 'OTHER', text: TEXT }],
    ['withdraw', 'REQUESTED', { text: TEXT }, { text: TEXT }],
    [
      'returnByStore',
      'STORE_CONFIRM',
      { field1: 'QS03', text1: TEXT, field3: 'brands', text3: ' Fewer ' },
      {
        comments: [
          { field: 'QS03', text: TEXT },
          { field: 'brands', text: 'Fewer' },
        ],
      },
    ],
    [
      'confirm',
      'STORE_CONFIRM',
      { typedName: 'Olivia' },
      { clickedHash: '(shown)', naTicks: [], typedName: 'Olivia' },
    ],
    [
      'returnByStaff',
      'STAFF_REVIEW',
      { field1: 'contractNo', text1: TEXT },
      { comments: [{ field: 'contractNo', text: TEXT }] },
    ],
    ['askInformation', 'STAFF_REVIEW', { from: 'store', question: TEXT }, { from: 'store', question: TEXT }],
    ['answerInformation', 'INFO_REQUESTED', { answer: TEXT }, { answer: TEXT }],
    [
      'reject',
      'STAFF_REVIEW',
      { reasonCode: 'DUPLICATE', ruleId: 'G4', text: TEXT },
      { reasonCode: 'DUPLICATE', ruleId: 'G4', text: TEXT },
    ],
    ['giveNotice', 'ACTIVE', { effectiveOn: ENDS }, { effectiveOn: ENDS }],
    ['proposeEnd', 'ACTIVE', { date: ENDS }, { date: ENDS }],
    ['suspend', 'ACTIVE', { cause: 'FALSE_FILING', text: TEXT }, { cause: 'FALSE_FILING', text: TEXT }],
    ['reinstate', 'SUSPENDED', { text: TEXT }, { text: TEXT }],
    [
      'proposeTermination',
      'SUSPENDED',
      { ground: 'FRAUD', text: TEXT, effectiveOn: ENDS },
      { ground: 'FRAUD', text: TEXT, effectiveOn: ENDS },
    ],
    ['assign', 'STAFF_REVIEW', { to: 'prn_reviewer_2' }, { to: { principalId: 'prn_reviewer_2' } }],
  ])('%s', async (event, standing, values, read) => {
    const scene = await stage.nextScene();
    const parties = await scene.drive.load(await leadTo(standing, scene));
    const form = EVENT_FORMS[event];
    expect(form?.read(values, '(shown)', parties)).toMatchObject({ type: event, ...read });
  });
});
