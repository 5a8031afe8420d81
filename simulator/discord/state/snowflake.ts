/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;

/** The first id that could be given at this moment. */
export function snowflakeAt(ms: number): bigint {
  return BigInt(Math.max(0, ms - EPOCH_MS)) << TIMESTAMP_SHIFT;
}

export function isSnowflake(text: string): boolean {
  return /^(0|[1-9]\d{0,19})$/.test(text);
}

/** Ids are numbers in text: the shorter is the smaller one. */
export function bySnowflake(
  { id: one }: { readonly id: string },
  { id: other }: { readonly id: string },
): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : Number(one > other);
}

/** Which shard serves a guild. https://discord.com/developers/docs/events/gateway#sharding */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> TIMESTAMP_SHIFT) % BigInt(shards));
}
