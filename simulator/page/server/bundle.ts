import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontRules } from './fonts.ts';

/** The page as a browser takes it: one script, one style sheet, and the digest of everything they were made from. */
export interface PageBundle {
  readonly digest: string;
  readonly script: string;
  readonly style: string;
}

const CLIENT = fileURLToPath(new URL('../client/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/baobei-page/', import.meta.url));
const BLOCKS_STYLE = fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css'));
/** What else the bundle is made from and by, besides the client's own files: the page knows the stand-in's rules of a form. */
const OUTSIDE = ['bundle.ts', 'fonts.ts', '../setup.ts'].map((file) => new URL(file, import.meta.url));
const OUTSIDE_FOLDERS = ['../../common/', '../../discord/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const PACKAGES = [
  'react',
  'react-dom',
  'slack-blocks-to-jsx',
  'node-emoji',
  'rolldown',
  '@fontsource/lato',
  'twemoji-colr-font',
];

/**
 * Bundles the page, so that nobody has to build it before `npm start`. The result is kept under node_modules/.cache by
 * the digest of its sources: a second start neither bundles nor loads the bundler.
 */
export async function bundlePage(cacheDir: string = CACHE): Promise<PageBundle> {
  const digest = await digestOfSources();
  const cached = await readCached(cacheDir, digest);
  if (cached) return cached;
  const [script, style] = await Promise.all([buildScript(), buildStyle(digest)]);
  const bundle = { digest, script, style };
  await writeCached(cacheDir, bundle);
  return bundle;
}

async function buildScript(): Promise<string> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(CLIENT, 'main.tsx'),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

// The library's rules go into a layer of their own, so that every rule of ours wins over them; the few that insist must
// not, for in a layer they would insist all the more.
async function buildStyle(digest: string): Promise<string> {
  const sheets = (await filesIn(CLIENT)).filter((file) => file.endsWith('.css'));
  const ours = await Promise.all(sheets.map((file) => readFile(join(CLIENT, file), 'utf8')));
  const library = await readFile(BLOCKS_STYLE, 'utf8');
  return [
    await fontRules(`/simulator/fonts/${digest}`),
    `@layer library {${library.replaceAll('!important', '')}}`,
    ...ours,
  ].join('\n');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [CLIENT, ...OUTSIDE_FOLDERS]) {
    for (const file of await filesIn(folder)) hash.update(file).update(await readFile(join(folder, file)));
  }
  for (const file of OUTSIDE) hash.update(await readFile(file));
  for (const name of PACKAGES) hash.update(`${name}@${await versionOf(name)}`);
  return hash.digest('hex').slice(0, 16);
}

async function versionOf(name: string): Promise<string> {
  const manifest = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}

async function readCached(cacheDir: string, digest: string): Promise<PageBundle | undefined> {
  try {
    const [script, style] = await Promise.all([
      readFile(join(cacheDir, `${digest}.js`), 'utf8'),
      readFile(join(cacheDir, `${digest}.css`), 'utf8'),
    ]);
    return { digest, script, style };
  } catch {
    return undefined;
  }
}

// A read-only installation only loses the cache.
async function writeCached(cacheDir: string, { digest, script, style }: PageBundle): Promise<void> {
  const parts = [
    [`${digest}.css`, style],
    [`${digest}.js`, script],
  ] as const;
  try {
    await mkdir(cacheDir, { recursive: true });
    for (const [name, text] of parts) {
      const partial = join(cacheDir, `${name}.${process.pid}`);
      await writeFile(partial, text);
      await rename(partial, join(cacheDir, name));
    }
  } catch {
    return;
  }
}
