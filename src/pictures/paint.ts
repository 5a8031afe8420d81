import { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';

export interface Order {
  readonly id: number;
  readonly spec: TopLevelSpec;
}

export type Painted =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** The chart as a PNG, the same bytes for the same specification. Characters beyond the fonts of `fonts/` stay blank. */
export function paint(spec: TopLevelSpec): Promise<Uint8Array> {
  painter ??= new Painter();
  return painter.paint(spec);
}

/** Begins with the first picture. One that died is replaced by the next picture. */
let painter: Painter | undefined;

class Painter {
  readonly #worker = new Worker(new URL('./painter.ts', import.meta.url));
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  constructor() {
    this.#worker.on('message', (painted: Painted) => this.#deliver(painted));
    this.#worker.on('error', (error) => this.#giveUp(error));
    this.#worker.on('exit', (code) => this.#giveUp(new Error(`The painting thread ended with ${code}.`)));
    this.#worker.unref();
  }

  paint(spec: TopLevelSpec): Promise<Uint8Array> {
    this.#orders += 1;
    const id = this.#orders;
    return new Promise((resolve, reject) => {
      // While a picture is awaited the process stays; afterwards the thread keeps nobody from ending it.
      this.#worker.ref();
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, spec } satisfies Order);
    });
  }

  #deliver(painted: Painted): void {
    const waiting = this.#waiting.get(painted.id);
    this.#waiting.delete(painted.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('png' in painted) waiting?.resolve(painted.png);
    else waiting?.reject(new Error(`A picture could not be painted: ${painted.failure}`));
  }

  #giveUp(error: Error): void {
    if (painter === this) painter = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
