import { describe, expect, it } from 'vitest';
import { BOUNDARIES, PURE_FOLDERS, wayToImpure } from './support/boundaries.ts';
import { type SourceFile, sourceFile, sourceFiles } from './support/source-files.ts';

const FILES = sourceFiles();
const BY_PATH = new Map(FILES.map((file) => [file.path, file]));

const offences = (file: SourceFile): readonly string[] =>
  BOUNDARIES.flatMap(({ broken, says }) => {
    const found = broken(file);
    return found === null ? [] : [`${file.path}: ${found} (${says})`];
  });

describe('the house', () => {
  it('was found', () => {
    expect(FILES.length).toBeGreaterThan(400);
  });

  it.each(BOUNDARIES)('$says', ({ broken }) => {
    const found = FILES.flatMap((file) => {
      const offence = broken(file);
      return offence === null ? [] : [`${file.path}: ${offence}`];
    });
    expect(found).toEqual([]);
  });

  it.each(PURE_FOLDERS)('%s is pure, whatever it imports', (folder) => {
    const pure = FILES.filter(({ path }) => path.startsWith(`${folder}/`));
    expect(pure.length).toBeGreaterThan(0);
    expect(pure.flatMap((file) => wayToImpure(file, BY_PATH) ?? [])).toEqual([]);
  });
});

describe('a boundary that is crossed is seen', () => {
  it.each([
    ['src/chat/a.ts', "import { draw } from '../../adapters/slack/draw/text/fit.ts';"],
    ['src/chat/a.ts', "import type { Block } from '@slack/types';"],
    ['src/chat/a.ts', "const { Client } = await import('discord.js');"],
    ['src/delivery/a.ts', "import { seedDemo } from '../../simulator/demo/seed/seed.ts';"],
    ['src/delivery/a.ts', "import { startBot } from '../main/bot.ts';"],
    ['adapters/slack/a.ts', "import { SlackSimulator } from '../../simulator/slack/simulator.ts';"],
    ['adapters/discord/a.ts', "import {\n  LIMITS,\n} from '../slack/limits.ts';"],
    ['adapters/shared/a.ts', "import { LIMITS } from '../slack/limits.ts';"],
    ['simulator/slack/a.ts', "import { LIMITS } from '../../adapters/slack/limits.ts';"],
    ['simulator/discord/a.ts', "import { linkNames } from '../slack/outbound/events/typed-text.ts';"],
    ['src/chat/a.ts', "import '../../test/support/app.ts';"],
    ['src/reports/a.ts', 'const now = Date.now();'],
    ['adapters/slack/a.ts', 'const now = new Date();'],
    ['simulator/slack/a.ts', 'const chance = Math.random();'],
    ['src/config.ts', 'const home = process.env.HOME;'],
    ['src/main.ts', 'const now = new Date();'],
    ['src/chat/a.ts', 'export default function draw() {}'],
    ['src/chat/index.ts', "export * from './card.ts';"],
    ['src/chat/index.ts', "export { drawCard } from './card.ts';"],
    ['src/chat/a.ts', 'const answer = (value: any) => value;'],
    ['src/chat/a.ts', 'const list: Array<any> = [];'],
    ['adapters/slack/a.ts', 'const card = body as unknown as Card;'],
    ['simulator/page/a.tsx', '// @ts-expect-error for now'],
  ])('in %s: %s', (path, text) => {
    expect(offences(sourceFile(path, text))).toHaveLength(1);
  });

  it.each([
    ['src/main/a.ts', "import { slackRoutes } from '../../adapters/slack/start/http-plugin.ts';"],
    ['adapters/discord/a.ts', "import { within } from '../shared/within.ts';"],
    ['src/platform/clock.ts', 'const now = new Date();'],
    ['src/main.ts', 'const config = loadConfig(process.env);'],
    ['src/chat/a.ts', '// any time, such as Date.now(), and as unknown as it may be'],
    ['src/chat/a.ts', 'const day = new Date(at);'],
  ])('and nothing else, in %s: %s', (path, text) => {
    expect(offences(sourceFile(path, text))).toEqual([]);
  });

  it('also where somebody else crosses it for a pure file', () => {
    const guard = sourceFile('src/reports/guards/a.ts', "import { helper } from '../helper.ts';");
    const helper = sourceFile('src/reports/helper.ts', "import { Prisma } from '../platform/database/x.ts';");
    const files = new Map([guard, helper].map((file) => [file.path, file]));
    expect(wayToImpure(guard, files)).toBe(
      'src/reports/guards/a.ts → src/reports/helper.ts → src/platform/database/x.ts',
    );
    const harmless = sourceFile(
      'src/reports/guards/b.ts',
      "import type { App } from '../../platform/queue.ts';",
    );
    expect(wayToImpure(harmless, files)).toBeNull();
  });
});
