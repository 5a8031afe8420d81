export const delivery = {
  'stepped-back': '此卡片已更新，请查看下方的最新卡片。',
} as const;
