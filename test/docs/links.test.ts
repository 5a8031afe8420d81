import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HANDBOOK, withSettings } from '../../scripts/settings-table.ts';
import { ROOT } from '../support/source-files.ts';

const PAGES = globSync(['README.md', 'docs/**/*.md', 'simulator/**/*.md'], { cwd: ROOT });
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Is put there when the product is shown. */
const LATER = ['docs/images/page.png'];

const SCRIPTS: readonly string[] = Object.keys(JSON.parse(read('package.json')).scripts);
const TOP = /^(src|adapters|simulator|prisma|test|bench|docs|scripts|\.ci)\/[\w./-]*$/;

const prose = (page: string): string => read(page).replace(/^```[\s\S]*?^```/gm, '');
const inCode = (page: string): readonly string[] =>
  [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

/** As GitHub makes them: https://docs.github.com/en/get-started/writing-on-github (section links). */
const anchors = (page: string): readonly string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function brokenLinks(page: string): readonly string[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (LATER.includes(target)) return false;
    return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
  });
}

describe.each(PAGES)('%s', (page) => {
  it('leads only to what is there', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('names only scripts that npm knows', () => {
    const named = [...read(page).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)];
    const unknown = named.map(([, run, own]) => run ?? own ?? '').filter((name) => !SCRIPTS.includes(name));
    expect(unknown).toEqual([]);
  });

  it('names only files that are there', () => {
    const paths = inCode(page).filter((text) => TOP.test(text));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the handbook', () => {
  it('lists the settings as the code has them', () => {
    expect(withSettings(read(HANDBOOK)), 'run: npm run docs').toBe(read(HANDBOOK));
  });

  it('and .env.example name the same settings', () => {
    const listed = [...read(HANDBOOK).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    const example = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(example.toSorted()).toEqual(listed.toSorted());
  });

  it('names only metrics that are counted', () => {
    const counted = read('src/platform/metrics.ts');
    const named = inCode(HANDBOOK).filter((text) => /^baobei_\w+$/.test(text));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !counted.includes(`'${name}'`))).toEqual([]);
  });
});

describe('the first lines of the README', () => {
  it('are the two commands, before any word', () => {
    expect(read('README.md')).toMatch(/^# Baobei\n\n```sh\nnpm ci && npm start\nnpm ci && npm test\n```\n/);
  });
});
