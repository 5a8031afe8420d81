import { describe, expect, it } from 'vitest';
import { appCommands } from '../../../../adapters/discord/commands/app.ts';
import { Gate } from '../../support/gate.ts';
import { aButton, aCard, aPage } from '../../support/samples.ts';
import {
  ELSEWHERE,
  LIN,
  MAX,
  onDiscord,
  type Rig,
  STAFF,
  twoServers,
} from '../support/adapter-on-discord.ts';

const FEE = 'CNY 1,200,000.00';
const FEES = aCard({ title: 'Fees', facts: [{ label: 'Fee', value: FEE }], actions: [aButton()] });
const QUICK = { timing: { judgeMs: 30, workingMs: 5_000 } };

/** Nothing of it stands where others read, by whatever call it might have come there. */
function expectNothingPublic({ discord: { control } }: Rig) {
  expect(control.person(LIN).messages(ELSEWHERE)).toEqual([]);
  expect(control.calls('createMessage')).toEqual([]);
  expect(control.violations).toEqual([]);
}

describe('a command in a public channel of a server that has nothing to do with the programme', () => {
  it('is answered to the asker alone, every page of it, and so is a click on the answer', async () => {
    await using rig = await onDiscord({ discord: twoServers });
    const { control } = rig.discord;
    rig.core.answer = ({ kind }) =>
      kind === 'click'
        ? { kind: 'card', card: aCard({ title: 'Confirmed', lead: FEE }) }
        : { kind: 'cards', cards: [FEES, aCard({ title: 'More fees', lead: FEE })] };
    const max = control.person(MAX);
    await max.command('/report show', ELSEWHERE);
    await control.until(() => max.sees(ELSEWHERE).includes('More fees'));
    expect(max.sees(ELSEWHERE)).toContain(FEE);
    await max.click({ text: 'Confirm' });
    await control.until(() => max.sees(ELSEWHERE).includes('Confirmed'));
    expectNothingPublic(rig);
  });

  it('whose work takes long is answered to the asker alone, its file as well', async () => {
    await using rig = await onDiscord({ discord: twoServers, adapter: QUICK });
    const { control } = rig.discord;
    const work = new Gate();
    rig.core.answer = async () => {
      await work.passed();
      return { kind: 'file', card: FEES, name: 'fees.csv', mediaType: 'text/csv', bytes: Buffer.from(FEE) };
    };
    const max = control.person(MAX);
    await max.command('/report export', ELSEWHERE);
    expect(max.sees(ELSEWHERE)).toContain('thinking');
    work.open();
    await control.until(() => max.sees(ELSEWHERE).includes('fees.csv'));
    expectNothingPublic(rig);
  });

  it('opens its form there, and what is wrong with it is said to the asker alone', async () => {
    await using rig = await onDiscord({ discord: twoServers });
    const { control } = rig.discord;
    rig.core.answer = (incoming) =>
      incoming.kind === 'form'
        ? { kind: 'field-errors', errors: { contract_no: `${FEE} is too much` }, page: aPage() }
        : { kind: 'form', page: aPage() };
    const max = control.person(MAX);
    await max.command('/report fill', ELSEWHERE);
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    await control.until(() => max.sees(ELSEWHERE).includes(`${FEE} is too much`));
    expectNothingPublic(rig);
  });
});

describe('among people, without the bot', () => {
  it('no command of the bot is offered', async () => {
    await using rig = await onDiscord({ adapter: { commands: appCommands() } });
    const { control } = rig.discord;
    const max = control.person(MAX);
    const among = control.circumstances.openAmongPeople(MAX, LIN);
    for (const { name } of appCommands())
      await expect(max.command(`/${name}`, among)).rejects.toThrow(`there is no /${name} here`);
    expect(rig.core.received).toEqual([]);
    expect(max.messages(STAFF)).toEqual([]);
  });
});
