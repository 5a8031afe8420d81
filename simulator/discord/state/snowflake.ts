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

/** Ids are numbers in text and differ in length. */
export function bySnowflake(one: { readonly id: string }, other: { readonly id: string }): number {
  const difference = BigInt(one.id) - BigInt(other.id);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** Which shard serves a guild. https://discord.com/developers/docs/events/gateway#sharding */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> TIMESTAMP_SHIFT) % BigInt(shards));
}
