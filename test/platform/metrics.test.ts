import { expect, it } from 'vitest';
import { createMetrics } from '../../src/platform/metrics.ts';

it('The metrics show what was counted, and the depth of the queues at that moment', async () => {
  const depths = new Map([['deliver', 3]]);
  const metrics = createMetrics(async () => depths);
  metrics.transitions.inc({ transition: 'T2' });
  metrics.requestsRefused.inc({ platform: 'slack', reason: 'stale' });
  const text = await metrics.expose();
  expect(text).toContain('baobei_transitions_total{transition="T2"} 1');
  expect(text).toContain('baobei_requests_refused_total{platform="slack",reason="stale"} 1');
  expect(text).toContain('baobei_queue_depth{queue="deliver"} 3');
  depths.delete('deliver');
  expect(await metrics.expose()).not.toContain('queue="deliver"');
});

it('Two sets of metrics do not count for each other', async () => {
  createMetrics().deliveries.inc({ platform: 'slack', outcome: 'sent' });
  expect(await createMetrics().expose()).not.toContain('outcome="sent"');
});
