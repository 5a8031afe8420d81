import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Fonts from npm, so that the page looks the same everywhere without asking anybody: a server without an emoji font
 * would show boxes where the cards have their signs.
 */
const SHEETS = [
  import.meta.resolve('@fontsource/lato/latin-400.css'),
  import.meta.resolve('@fontsource/lato/latin-400-italic.css'),
  import.meta.resolve('@fontsource/lato/latin-700.css'),
  import.meta.resolve('@fontsource/lato/latin-900.css'),
  import.meta.resolve('twemoji-colr-font/twemoji.css'),
].map((sheet) => fileURLToPath(sheet));

const SOURCE = /url\("?(?:\.\/)?([^)"]+\.woff2)"?\)[^;]*/g;

/** The rules that name the fonts, their files under `path`. */
export async function fontRules(path: string): Promise<string> {
  const sheets = await Promise.all(SHEETS.map((sheet) => readFile(sheet, 'utf8')));
  return sheets
    .join('\n')
    .replaceAll(SOURCE, (_all, file: string) => `url(${path}/${basename(file)}) format('woff2')`);
}

/** Where each font file lies, by its name. */
export async function fontFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const sheet of SHEETS) {
    for (const [, file = ''] of (await readFile(sheet, 'utf8')).matchAll(SOURCE)) {
      files.set(basename(file), join(dirname(sheet), file));
    }
  }
  return files;
}
