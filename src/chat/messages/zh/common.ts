/** Words that every domain uses. */
export const common = {
  comma: '、',
  labelled: '{{label}}：{{text}}',
  or: '{{first}}或{{last}}',
  role: {
    STORE_OWNER: '店铺负责人',
    STORE_MEMBER: '店铺成员',
    PROVIDER_ADMIN: '服务商管理员',
    PROVIDER_MEMBER: '服务商成员',
    STAFF_REVIEWER: '审核小二',
    STAFF_LEAD: '小二主管',
    AUDITOR: '审计员',
  },
  organisation: { STORE: '店铺', PROVIDER: '服务商', PLATFORM: '平台' },
  /** As the platforms write themselves. */
  platform: { slack: 'Slack', discord: 'Discord' },
  language: { en: 'English', zh: '中文' },
  button: { cancel: '取消', save: '保存', back: '上一步', next: '下一步', close: '关闭' },
};
