/** What takes a rating out of the order at once (domain-rules §7.6). It skips the ladder, and no appeal stays it. */
export const SUSPENSION_CAUSES = ['FRAUD', 'FORGED_QUALIFICATION', 'FALSE_TRADE', 'BRIBERY'] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

export const SHORTEST_REASON = 20;
export const LONGEST_REASON = 2_000;

/** Two people approve the provider's reports for so many quarters after the one in which it was suspended (§3.4). */
export const WATCHED_QUARTERS = 2;
