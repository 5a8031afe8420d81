export const LIMITS = {
  message: {
    text: { max: 40_000 },
    updatedTextBytes: { max: 4_000 },
    blocksText: { max: 12_000 },
    attachments: { max: 100 },
  },
  view: { bytes: { max: 250_000 } },
};
