/**
 * Cuts the fonts of the pictures down to the characters of the messages: `node scripts/picture-fonts.ts`. Needed when a
 * picture says something new, which its test notices. The whole fonts are 95 MB, so they are installed into a temporary
 * folder rather than with everything else.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MESSAGES } from '../src/chat/messages/resources.ts';

type SubsetFont = (font: Buffer, text: string, options: { targetFormat: 'truetype' }) => Promise<Buffer>;

const PACKAGES = ['subset-font@2.9.0', '@expo-google-fonts/noto-sans-sc@0.4.3'];
const CUT = {
  '400Regular/NotoSansSC_400Regular.ttf': 'noto-sans-sc-400.ttf',
  '700Bold/NotoSansSC_700Bold.ttf': 'noto-sans-sc-700.ttf',
};
const FONTS = new URL('../src/pictures/fonts/', import.meta.url);

/** Every character of every message, and whatever else ASCII prints. */
function characters(): string {
  const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
  const said = Object.values(MESSAGES).flatMap((messages) => [...Object.values(messages).join('')]);
  return [...new Set([...printable, ...said])].sort().join('');
}

async function cut(folder: string): Promise<void> {
  execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', ...PACKAGES], {
    stdio: 'inherit',
  });
  const installed = createRequire(join(folder, 'package.json'));
  const subsetFont: SubsetFont = installed('subset-font');
  for (const [source, target] of Object.entries(CUT)) {
    const whole = readFileSync(join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc', source));
    writeFileSync(
      new URL(target, FONTS),
      await subsetFont(whole, characters(), { targetFormat: 'truetype' }),
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'picture-fonts-'));
try {
  await cut(folder);
} finally {
  rmSync(folder, { recursive: true });
}
