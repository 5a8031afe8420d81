export const delivery = {
  'stepped-back': '此卡片已更新，请查看下方的最新卡片。',
  closed: {
    title: '此卡片已关闭',
    lead: '其中的内容已不再对您开放。用 {{command}} 查看所有待您处理的事项。',
  },
} as const;
