import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Control } from '../../simulator/discord/control/control.ts';
import { ALL_ON, startWorld } from '../e2e/support/world.ts';
import { carryCase, laneOf } from './discord/lane.ts';
import { pairsAt } from './pairs.ts';
import { expectWhole } from './whole.ts';

/** `RUNS=8 npm run test:proofs` for a shorter proof: twice as many cases as runs, and a quarter as many drops. */
const RUNS = Number(process.env.RUNS ?? 100);
const CASES = 2 * RUNS;
const DROPS = Math.ceil(CASES / 4);
const MINUTE = 60_000;

it(
  `Discord's gateway is dropped ${DROPS} times during ${CASES} cases, and messages are rate-limited: nothing lost, nothing doubled`,
  async () => {
    await using world = await startWorld({
      placing: ALL_ON('discord'),
      discord: { realRateLimits: true, timing: { ackMs: 3_000 } },
    });
    const control = world.standIns.discord;
    if (!control) throw new Error('nobody is on Discord');
    const lanes = pairsAt(world.clock.now()).map((pair) => laneOf(control, pair));
    const scene = { control, bot: { alive: true } };
    let begun = 0;
    let drops = 0;
    const carry = async (lane: (typeof lanes)[number]) => {
      while (begun < CASES) {
        begun += 1;
        // Spread over the cases: the gateway goes while this one and its neighbours are on their way.
        const cut = begun % Math.floor(CASES / DROPS) === 0 && drops < DROPS;
        const carried = carryCase(scene, lane, `HT-${begun}`);
        if (cut) {
          drops += 1;
          await dropSoon(control);
        }
        await carried;
        process.stderr.write(`${begun} cases begun, ${drops} drops so far\n`);
      }
    };
    await Promise.all(lanes.map(carry));
    expect(drops).toBe(DROPS);
    await world.settled();
    await expectWhole(world.app().database, CASES);
    expect(doubled(control)).toEqual([]);
    expect(control.violations.filter(({ code }) => code !== 'operation_timeout')).toEqual([]);
  },
  40 * MINUTE,
);

async function dropSoon(control: Control): Promise<void> {
  await delay(Math.random() * 1_500);
  control.dropGateway();
}

/** Nonces of owed messages under which more than one stands. */
function doubled(control: Control): readonly string[] {
  const nonces = Object.values(control.snapshot().messages)
    .flat()
    .flatMap(({ nonce }) => (nonce === undefined ? [] : [String(nonce)]));
  return nonces.filter((nonce, index) => nonces.indexOf(nonce) !== index);
}
