import type { CastProvider } from '../cast-types.ts';

export const LINGXI: CastProvider = {
  id: 'prv_lingxi',
  name: '广州灵犀客户服务有限公司',
  shortName: { en: 'Guangzhou Lingxi', zh: '广州灵犀' },
  legalEntity: '广州灵犀客户服务有限公司',
  country: 'CN',
  categories: ['BEAUTY_SKINCARE', 'HEALTH_SUPPLEMENTS', 'FOOD_BEVERAGE', 'FASHION_ACCESSORIES'],
  recognisedForDays: 420,
  licenceValidForDays: 75,
  depositAvailableMinor: 12_000_000,
  depositCurrency: 'CNY',
  note: {
    en: 'Its licence runs out during the year: a warning and a task',
    zh: '营业执照年内到期：给出提醒并生成任务',
  },
  items: [
    {
      id: 'it_lingxi_cs',
      scope: 'CUSTOMER_SERVICE',
      name: { en: 'Service team, 16 hours', zh: '16 小时客服团队' },
      description: {
        en: 'A named team of six, first human reply within 45 seconds.',
        zh: '六人固定团队，首次人工响应 45 秒内。',
      },
    },
    {
      id: 'it_lingxi_night',
      scope: 'CUSTOMER_SERVICE',
      name: { en: 'Night shift', zh: '夜间值守' },
      description: { en: 'From 24:00 to 08:00 Beijing time.', zh: '北京时间 24:00–08:00。' },
    },
    {
      id: 'it_lingxi_disputes',
      scope: 'CUSTOMER_SERVICE',
      name: { en: 'Refunds and disputes', zh: '退款与纠纷处理' },
      description: {
        en: 'Handles refunds and disputes to their end, with a monthly cause report.',
        zh: '退款与纠纷全程处理，每月提交原因分析。',
      },
    },
    {
      id: 'it_lingxi_tech',
      scope: 'TECHNOLOGY',
      name: { en: 'Service desk system', zh: '客服工单系统' },
      description: {
        en: 'Connects the store’s messages to a ticket system, with reports.',
        zh: '打通店铺消息与工单系统，并提供报表。',
      },
    },
  ],
};
