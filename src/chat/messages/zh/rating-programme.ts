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

/** 面向所有人公布的日期、规则和申诉情况。 */
export const calendar = {
  title: '评级日历',
  lead: '日期提前一年公布，均为北京时间。',
  dates: '日期',
  cycle:
    '{{quarter}}：{{frozen}} 出预览，{{until}} 前可查看和补充数据，{{from}} 至 {{end}} 受理异议，{{day}} 公布',
  rules: '规则',
  version: '{{quarter}} 适用第 {{version}} 版规则。各项数据的计算方式见 /rating why。',
  next: '自 {{quarter}} 起适用第 {{version}} 版规则，{{date}} 公告。此前季度的评级不受影响。',
  'no-change': '暂无规则变更。变更至少在适用季度开始前 {{days}} 天公告。',
  appeals: '异议与申诉',
  none: '最近四个已公布季度没有异议或申诉。',
  line: '{{quarter}}：提出 {{opened}} 件，成立 {{upheld}} 件，驳回 {{dismissed}} 件，处理中 {{open}} 件',
  'line-days':
    '{{quarter}}：提出 {{opened}} 件，成立 {{upheld}} 件，驳回 {{dismissed}} 件，处理中 {{open}} 件；半数在 {{days}} 天内答复',
};
