/**
 * Charts as PNG. Vega-Lite and the renderer take half a second to load and are needed by few answers, so they are loaded
 * with the first picture and kept.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TopLevelSpec } from 'vega-lite';
import { CHART_CONFIG, FONT_FAMILY } from './look.ts';

/** Pixels for each unit of a chart, so that it is sharp on the screens that people have. */
const PIXELS_PER_UNIT = 2;

interface Workshop {
  readonly toSvg: (spec: TopLevelSpec) => Promise<string>;
  readonly toPng: (svg: string) => Uint8Array;
}

let workshop: Promise<Workshop> | undefined;

/** The chart as a PNG, the same bytes for the same specification. Characters beyond the fonts of `fonts/` stay blank. */
export async function paint(spec: TopLevelSpec): Promise<Uint8Array> {
  workshop ??= openWorkshop();
  const { toSvg, toPng } = await workshop;
  return toPng(await toSvg(spec));
}

async function openWorkshop(): Promise<Workshop> {
  const [vegaLite, vega, resvg, ...fontBuffers] = await Promise.all([
    import('vega-lite'),
    import('vega'),
    import('@resvg/resvg-wasm'),
    ...['noto-sans-sc-400', 'noto-sans-sc-700'].map((name) => fileBeside(`./fonts/${name}.ttf`)),
  ]);
  await resvg.initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  const options = {
    font: { fontBuffers, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
  } as const;
  return {
    toSvg: (spec) => {
      const { spec: compiled } = vegaLite.compile(spec, { config: CHART_CONFIG });
      return new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
    },
    toPng: (svg) => {
      const drawing = new resvg.Resvg(svg, options);
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    },
  };
}

const fileBeside = (path: string): Promise<Uint8Array> => readFile(new URL(path, import.meta.url));
