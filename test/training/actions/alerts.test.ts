import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { alertRedLines } from '../../../src/training/actions/diagnosis/alert-red-lines.ts';
import { refreshBenchmarks } from '../../../src/training/actions/diagnosis/refresh-benchmarks.ts';
import { alertView } from '../../../src/training/chat/diagnose/alert-card.ts';
import { said } from '../../chat/talking.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { ADMIN, consented, NOVEMBER, setStage } from '../support/stage.ts';

const { en: t } = createTranslators();

describe('red lines without asking', () => {
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await testDatabase();
    app = await testApp(database, testClock(NOVEMBER));
    await setStage(database);
    await database.query(Prisma.sql`UPDATE store_month SET disputes_upheld = 60 WHERE store_id = 'st_1'`);
    await refreshBenchmarks(app);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const owed = () =>
    database.prisma.delivery.findMany({ where: { view: 'training-alert', receiver: 'ADMIN' } });

  it('are told to nobody whom the store has not let in', async () => {
    expect(await alertRedLines(app)).toBe(0);
  });

  it('are told once to a provider whose level gives alerts', async () => {
    await consented(app);
    await database.query(Prisma.sql`UPDATE provider_rating SET level = '4'`);
    expect(await alertRedLines(app)).toBe(0);
    await database.query(Prisma.sql`UPDATE provider_rating SET level = '5'`);
    expect(await alertRedLines(app)).toBe(1);
    expect(await alertRedLines(app)).toBe(0);
    expect(await owed()).toHaveLength(1);
  });

  it('name the problem and no figure, and only while the consent stands', async () => {
    const [{ subject } = { subject: '' }] = await owed();
    const reader = {
      t,
      locale: 'en',
      zone: 'Asia/Shanghai',
      person: { ...ADMIN, displayName: 'x' },
    } as const;
    const drawn = async () => {
      const [card] = (await alertView.draw(app, reader, subject)) ?? [];
      return card ? said({ kind: 'card', card: { ...card, actions: [] } }) : null;
    };
    expect(await drawn()).toContain('Red line crossed: upheld disputes.');
    expect(await drawn()).not.toMatch(/\d%|CNY/);
    expect(await alertView.draw(app, { ...reader, person: null }, subject)).toBeNull();
    await consented(app, 1, false);
    expect(await drawn()).toBeNull();
  });
});
