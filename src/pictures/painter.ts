/**
 * The thread that paints. Vega-Lite and the renderer take half a second to load and a tenth of a second a picture; here
 * nobody waits for them who waits for something else.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { CHART_CONFIG, FONT_FAMILY } from './look.ts';

/** Pixels for each unit of a chart, so that it is sharp on the screens that people have. */
const PIXELS_PER_UNIT = 2;

const beside = (path: string): Promise<Uint8Array> => readFile(new URL(path, import.meta.url));

await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
const fontBuffers = [
  await beside('./fonts/noto-sans-sc-400.ttf'),
  await beside('./fonts/noto-sans-sc-700.ttf'),
];

export const drawn = async (spec: TopLevelSpec): Promise<Uint8Array> => toPng(await toSvg(spec));

function toSvg(spec: TopLevelSpec): Promise<string> {
  const { spec: compiled } = compile(spec, { config: CHART_CONFIG });
  return new View(parse(compiled), { renderer: 'none' }).toSVG();
}

function toPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
