import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted; `/metrics` shows it. */
export interface Metrics {
  /** Requests turned away before anybody looked at what they ask: unsigned, stale, replayed, ... */
  readonly requestsRefused: Counter<'platform' | 'reason'>;
  /** Real seconds from the arrival of a request to its acknowledgement; platforms allow 3. */
  readonly acknowledgement: Histogram<'platform' | 'kind'>;
  /** What people asked that the rules refused, by the refusal's code. */
  readonly refusals: Counter<'code'>;
  readonly transitions: Counter<'transition'>;
  readonly deliveries: Counter<'platform' | 'outcome'>;
  readonly queueDepth: Gauge<'queue'>;
  /** Prometheus text format. */
  expose(): Promise<string>;
  readonly contentType: string;
}

/** The depths are read whenever somebody looks, so that they need no timer. */
export type DepthReader = () => Promise<ReadonlyMap<string, number>>;

/** One registry for each call, so that tests do not count for each other. */
export function createMetrics(readDepths?: DepthReader): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { ...counters(registry), queueDepth: queueDepth(registry, readDepths), ...exposition(registry) };
}

function counters(registry: Registry) {
  const registers = [registry];
  return {
    requestsRefused: new Counter({
      name: 'baobei_requests_refused_total',
      help: 'Requests turned away at the door, by reason',
      labelNames: ['platform', 'reason'],
      registers,
    }),
    acknowledgement: new Histogram({
      name: 'baobei_acknowledgement_seconds',
      help: 'From arrival to acknowledgement',
      labelNames: ['platform', 'kind'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
      registers,
    }),
    refusals: new Counter({
      name: 'baobei_refusals_total',
      help: 'What the rules refused, by code',
      labelNames: ['code'],
      registers,
    }),
    transitions: new Counter({
      name: 'baobei_transitions_total',
      help: 'Transitions of reports, by id of the table',
      labelNames: ['transition'],
      registers,
    }),
    deliveries: new Counter({
      name: 'baobei_deliveries_total',
      help: 'Messages sent or given up',
      labelNames: ['platform', 'outcome'],
      registers,
    }),
  } as const;
}

function queueDepth(registry: Registry, readDepths: DepthReader | undefined): Gauge<'queue'> {
  return new Gauge({
    name: 'baobei_queue_depth',
    help: 'Jobs that wait or are in work',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const depths = await readDepths?.();
      this.reset();
      for (const [queue, depth] of depths ?? []) this.set({ queue }, depth);
    },
  });
}

function exposition(registry: Registry) {
  return { expose: () => registry.metrics(), contentType: registry.contentType };
}
