/** 立即暂停评级，以及解除暂停。 */
export const suspension = {
  title: '{{provider}} 的评级已暂停',
  lead: '暂停期间不再向品牌推荐，等级权益停止。可在 {{until}} 前申诉，申诉期间暂停继续生效。',
  'lifted-title': '{{provider}} 的评级已恢复',
  'lifted-lead': '暂停已于 {{at}} 解除，等级以最近一次公布为准。',
  cause: '原因',
  causes: {
    FRAUD: '欺诈',
    FORGED_QUALIFICATION: '伪造资质',
    FALSE_TRADE: '组织虚假交易',
    BRIBERY: '商业贿赂',
  },
  reason: '理由（服务商可见）',
  form: '暂停评级',
  intro: '{{provider}} 将立即退出所有推荐并停止享受等级权益，理由会同时发送给对方。',
  submit: '暂停',
  done: '评级已暂停，理由已通知服务商。',
  lift: '解除暂停',
  'lift-intro': '{{provider}} 的评级自 {{since}} 起暂停。解除后恢复为最近一次公布的等级。',
  'lift-reason': '解除理由',
  'lift-done': '暂停已解除，并已通知服务商。',
};
