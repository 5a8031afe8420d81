import type { Interaction } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';

const KEPT = 2_000;

export type NewInteraction = Omit<Interaction, 'id' | 'token' | 'issuedAt' | 'issuedAtWire'>;

export function issueInteraction(servers: Servers, about: NewInteraction): Interaction {
  const id = servers.nextId();
  const interaction: Interaction = {
    ...about,
    id,
    token: servers.nextSecret('interaction-token-'),
    issuedAt: servers.nowMs(),
    issuedAtWire: servers.wireMs(),
  };
  servers.state.interactions[interaction.token] = interaction;
  forgetOldest(servers.state.interactions);
  servers.changed('interactions');
  return interaction;
}

/** Both clocks count: a test may freeze one, and a slow handler must not profit from that. */
export function isExpired(servers: Servers, { issuedAt, issuedAtWire }: Interaction): boolean {
  const ageMs = Math.max(servers.nowMs() - issuedAt, servers.wireMs() - issuedAtWire);
  return ageMs > servers.timing.tokenMs;
}

// Tokens are counted, so the oldest come first.
function forgetOldest(issued: Record<string, unknown>): void {
  const tokens = Object.keys(issued);
  if (tokens.length <= KEPT) return;
  for (const token of tokens.slice(0, KEPT / 2)) delete issued[token];
}
