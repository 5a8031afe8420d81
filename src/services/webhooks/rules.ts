/** The numbers of webhooks (configurable defaults). */
export const WEBHOOK_RULES = {
  mostEndpoints: 5,
  /** With delays that double from five seconds up to an hour: within three hours or so. */
  mostAttempts: 12,
  /** From the look-up of the name to the status of the answer. */
  timeoutMs: 10_000,
  /** Deliveries are listed for so long. */
  keptDays: 30,
} as const;
