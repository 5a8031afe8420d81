/** The characters that a TrueType font can draw, from its table `cmap` (https://learn.microsoft.com/typography/opentype/spec/cmap). */
export function charactersIn(font: Buffer): ReadonlySet<string> {
  const cmap = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
  });
  const segments = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (segments === undefined) throw new Error('The font has no cmap subtable of format 4.');
  return new Set(mappedBy(font, segments));
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function* mappedBy(font: Buffer, at: number): Generator<string> {
  const doubled = font.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = font.readUInt16BE(starts + segment);
    const offset = font.readUInt16BE(offsets + segment);
    for (let code = start; code <= font.readUInt16BE(ends + segment) && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : font.readUInt16BE(offsets + segment + offset + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + font.readUInt16BE(deltas + segment)) & 0xffff;
      if (glyph !== 0) yield String.fromCharCode(code);
    }
  }
}
