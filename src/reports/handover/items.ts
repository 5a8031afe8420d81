/** What passes from the provider back to the store when a cooperation ends (domain-rules §6). */
export const HANDOVER_ITEMS = ['ACCESS', 'DATA', 'STOCK', 'OPEN_CASES', 'CREATIVES', 'AD_ACCOUNTS'] as const;
export type HandoverItem = (typeof HANDOVER_ITEMS)[number];

export interface HandoverLine {
  readonly item: HandoverItem;
  readonly doneAt: Date | null;
  readonly doneByName: string | null;
  /** It was still open when the cooperation ended. */
  readonly finding: boolean;
}
