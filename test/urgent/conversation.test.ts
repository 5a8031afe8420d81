import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import { plain } from '../../src/chat/text.ts';
import { tickDue } from '../../src/reports/actions/tick.ts';
import { urgentView } from '../../src/urgent/chat/view.ts';
import {
  cardsOf,
  formOf,
  labelsOf,
  openStage,
  type Stage,
  type Voice,
} from '../reports/chat/support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
let report: string;
let [owner, admin, lead]: Voice[] = [];

beforeAll(async () => {
  stage = await openStage(stack);
  const { cast, drive } = stage;
  report = await drive.toReview();
  await drive.apply(report, cast.reviewer, { type: 'approve' });
  stage.clock.moveTo('2026-06-05T18:00:00Z');
  await tickDue(stage.app);
  [owner, admin, lead] = [cast.owner, cast.admin, cast.lead].map((person) => stage.as(person));
});
afterAll(() => stack.disposeAsync());

const voice = (one: Voice | undefined): Voice => {
  if (!one) throw new Error('nobody speaks');
  return one;
};

it('its form opens from the case with today and now filled in, and keeps what was typed wrongly', async () => {
  const speaks = voice(owner);
  const shown = await speaks.type(`/report show ${report}`);
  const form = await speaks.press('Report an urgent issue', shown);
  const initial = formOf(form).fields.map((field) => ('initial' in field ? field.initial : undefined));
  expect(initial).toEqual(['', '2026-06-06', '02:00']);
  const wrong = await speaks.submit({ text: 'Prices of 0.01', date: '2026-06-06', time: 'just now' });
  expect(wrong).toMatchObject({ kind: 'field-errors', errors: { time: expect.stringContaining('09:30') } });
  const ahead = await speaks.submit({ text: 'Prices of 0.01', date: '2026-06-06', time: '02:01' });
  expect(ahead).toMatchObject({ kind: 'field-errors' });
  const again = formOf(await speaks.type('/report urgent'));
  expect(again.fields[0]).toMatchObject({ initial: 'Prices of 0.01' });
});

it('the store sees whom to call, the provider what to press; after that both see who took it', async () => {
  const [asks, takes] = [voice(owner), voice(admin)];
  await asks.type('/report urgent');
  const reported = await asks.submit({ text: 'Prices of 0.01', date: '2026-06-06', time: '1：50' });
  expect(cardsOf(reported)[0]?.facts?.map(({ label }) => label)).toContain('Contact outside the chat');
  expect(labelsOf(reported)).toEqual(['Open the report']);
  const inbox = await takes.type('/inbox');
  expect(cardsOf(inbox)[0]).toMatchObject({ tone: 'bad', title: 'Urgent: Aurora a × 远帆 a' });
  expect(cardsOf(inbox)[0]?.facts?.map(({ label }) => label)).not.toContain('Contact outside the chat');
  const taken = await takes.press('I acknowledge', inbox);
  expect(cardsOf(taken)[0]).toMatchObject({ tone: 'good' });
  expect(plain(cardsOf(taken)[0]?.lead ?? '')).toMatch(/^admin_a acknowledged this at /);
  expect(labelsOf(await takes.type('/inbox'))).not.toContain('I acknowledge');
  const history = plain(
    cardsOf(await takes.type(`/report history ${report}`))[0]?.sections?.[0]?.list?.[0] ?? '',
  );
  expect(history).toContain('Urgent issue acknowledged');
});

it('a second press is told who was first', async () => {
  const [asks, takes] = [voice(owner), voice(admin)];
  await asks.type('/report urgent');
  await asks.submit({ text: 'Prices of 0.02', date: '2026-06-06', time: '01:50' });
  const inbox = await takes.type('/inbox');
  await takes.press('I acknowledge', inbox);
  const late = await takes.press('I acknowledge', inbox);
  expect(JSON.stringify(late)).toContain('acknowledged this already');
});

it('the platform may look, and nobody who has no part in it', async () => {
  const [issue] = await stage.app.database.prisma.urgentIssue.findMany();
  const other = await stage.nextScene();
  const t = createTranslators().zh;
  const drawnFor = (person: typeof other.cast.owner) =>
    urgentView.draw(
      stage.app,
      { locale: 'zh', zone: 'Asia/Shanghai', t, person: { ...person, displayName: 'x' } },
      issue?.id ?? '',
    );
  expect(await drawnFor(other.cast.owner)).toBeNull();
  expect(await drawnFor(stage.cast.lead)).toMatchObject([{ title: '紧急：Aurora a × 远帆 a' }]);
  expect(JSON.stringify(await voice(lead).type('/report urgent'))).toContain('role');
});
