import type { SourceFile } from './source-files.ts';

/** What must not be, and every file in which it is. */
export interface Boundary {
  readonly says: string;
  /** The offence in the file, in a few words; null: none. */
  readonly broken: (file: SourceFile) => string | null;
}

const within = (...folders: readonly string[]) => {
  return ({ path }: SourceFile) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
};

const isRoot = within('src/main', 'src/main.ts');
const PLATFORM_PACKAGE = /^(discord\.js|@discordjs\/|@slack\/)/;

function importing({ imports }: SourceFile, forbidden: RegExp): string | null {
  return imports.find(({ target }) => forbidden.test(target))?.target ?? null;
}

const BOUNDARIES_OF_IMPORTS: readonly Boundary[] = [
  {
    says: 'The core knows no chat platform; only the composition root imports adapters and the simulator',
    broken: (file) => {
      if (!within('src')(file) || isRoot(file)) return null;
      return importing(file, /^(adapters|simulator)\//) ?? importing(file, PLATFORM_PACKAGE);
    },
  },
  {
    says: 'Nothing but main.ts imports the composition root',
    broken: (file) =>
      within('src', 'adapters', 'simulator')(file) && !isRoot(file)
        ? importing(file, /^src\/main[/.]/)
        : null,
  },
  {
    says: 'Adapters import neither the simulator nor each other, but what they share',
    broken: (file) => {
      const [folder, own] = file.path.split('/');
      if (folder !== 'adapters') return null;
      return (
        importing(file, /^simulator\//) ?? importing(file, new RegExp(`^adapters/(?!(?:${own}|shared)/)`))
      );
    },
  },
  {
    says: 'The stand-ins know nothing of the app that talks to them, nor of each other',
    broken: (file) => {
      const [, own] = file.path.split('/');
      if (!within('simulator/common', 'simulator/discord', 'simulator/slack')(file)) return null;
      const other = new RegExp(`^simulator/(?!common/|${own}/)`);
      return importing(file, /^adapters\/|^src\/(?!platform\/clock)/) ?? importing(file, other);
    },
  },
  {
    says: 'Nothing that ships imports tests or benchmarks',
    broken: (file) =>
      within('src', 'adapters', 'simulator', 'prisma', 'scripts')(file)
        ? importing(file, /^(test|bench)\//)
        : null,
  },
];

/** Where time, chance and settings may come from. */
const MAY_ASK: Readonly<Record<string, RegExp>> = {
  // The browser's own clock carries the demo's on between two answers.
  'simulator/page/client/clock.ts': /Date\.now\(\)/,
  // Sets a constant of React's; reads nothing.
  'simulator/page/server/bundle.ts': /process\.env/,
  'src/main.ts': /process\.env/,
  'src/audit/cli.ts': /process\.env/,
  'scripts/discord-invite.ts': /process\.env/,
  'src/ratings/import-cli.ts': /process\.env/,
  'prisma/cli.ts': /process\.env/,
};
const ASKING = /\bDate\.now\(\)?|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/g;

const BOUNDARIES_OF_TEXT: readonly Boundary[] = [
  {
    says: 'Time, chance and settings come from src/platform and the composition root',
    broken: (file) => {
      if (!within('src', 'adapters', 'simulator', 'prisma')(file) || within('src/platform')(file))
        return null;
      const asked = code(file).match(ASKING) ?? [];
      return asked.find((found) => !MAY_ASK[file.path]?.test(found)) ?? null;
    },
  },
  {
    says: 'Everything is exported by name, from the file in which it stands',
    broken: (file) => /^export (default\b|\*|(type )?\{[^}]*\} from)/m.exec(code(file))?.[0] ?? null,
  },
  {
    says: 'Types are never talked out of their checks',
    broken: (file) => {
      if (!within('src', 'adapters', 'simulator')(file)) return null;
      return (
        /@ts-(ignore|expect-error|nocheck)/.exec(file.text)?.[0] ?? UNCHECKED.exec(code(file))?.[0] ?? null
      );
    },
  },
];
const UNCHECKED = /[:<|&(,=]\s*any\b(?=\s*[;,)>=|&[\]{}])|\bas (any\b(?=\s*[;,.)>=|&[\]{}])|unknown as\b)/;

/** Without comments, in which words like "any" are only words. */
const code = ({ text }: SourceFile): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

export const BOUNDARIES: readonly Boundary[] = [...BOUNDARIES_OF_IMPORTS, ...BOUNDARIES_OF_TEXT];

/** Data in, data out: no clock, no database, no I/O, however many files away. */
export const PURE_FOLDERS = [
  'src/reports/lifecycle',
  'src/reports/guards',
  'src/reports/fields',
  'src/reports/quality-standards',
  'src/reminders/calendar',
  'src/pictures/charts',
  'src/ratings/dimensions',
  'src/ratings/levels',
  'src/ratings/score',
  'src/opportunities/matching',
] as const;

const IMPURE =
  /^src\/(platform|delivery|main)[/.]|\/actions\/|^(node:(?!crypto$)|pg|pg-boss|@prisma\/|@electric-sql\/|fastify|pino|prom-client|node-cron)/;

/** The way from the file to something impure, or null. What is only a type leads nowhere. */
export function wayToImpure(start: SourceFile, files: ReadonlyMap<string, SourceFile>): string | null {
  const seen = new Set<string>([start.path]);
  const ways: { readonly file: SourceFile; readonly way: string }[] = [{ file: start, way: start.path }];
  for (const { file, way } of ways) {
    for (const { target, typeOnly } of file.imports) {
      if (typeOnly || seen.has(target)) continue;
      seen.add(target);
      if (IMPURE.test(target)) return `${way} → ${target}`;
      const next = files.get(target);
      if (next) ways.push({ file: next, way: `${way} → ${target}` });
    }
  }
  return null;
}
