import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the tree. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the root of the tree for our own files, otherwise the package as it is written. */
  readonly target: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** Everything that we wrote in TypeScript. */
export function sourceFiles(): readonly SourceFile[] {
  const patterns = ['src', 'adapters', 'simulator', 'prisma', 'scripts', 'bench', 'test'].map(
    (folder) => `${folder}/**/*.{ts,tsx}`,
  );
  return globSync(patterns, { cwd: ROOT, exclude: ['src/platform/database/generated/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => sourceFile(path, readFileSync(join(ROOT, path), 'utf8')));
}

export const sourceFile = (path: string, text: string): SourceFile => ({
  path,
  text,
  imports: [...text.matchAll(IMPORT)].map(([, type, ...specifiers]) => ({
    target: resolved(path, specifiers.find((specifier) => specifier !== undefined) ?? ''),
    typeOnly: type !== undefined,
  })),
});

// `import … from '…'`, `import '…'` and `import('…')`; `{ type A, type B }` counts as a value, which is the stricter reading.
const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;

const resolved = (path: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
