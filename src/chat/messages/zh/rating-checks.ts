/** 报备某月对照已填服务标准的考核。 */
export const checks = {
  title: '{{report}} {{month}} 考核',
  none: '本月尚未录入数据。',
  lead: '达标 {{met}} 项，未达标 {{missed}} 项，不计 {{other}} 项。',
  store: '店铺',
  missing: '未录入',
  measured: '{{measured}}（样本 {{n}}），{{verdict}}',
  verdict: { MET: '达标', MISSED: '未达标', NOT_MEASURED: '样本不足，不计', EXEMPT: '豁免' },
  footer: '店铺确认由自身原因造成，或小二认定的，未达标不计入。',
  enter: '录入数据',
  exempt: '豁免 {{code}}',
  'exempt-body': '确认由店铺自身原因造成，该项未达标不再计入，且不能撤回。',
  'exempt-yes': '由店铺原因造成',
  form: '{{month}} 数据',
  intro: '{{provider}} 服务 {{store}}。请填写数值和样本量，例如 45 / 320。留空的项目保持不变。',
  cases: '数值 / 样本量。样本少于 {{minimum}} 不计入。',
};

/** 服务商人员与系统对接情况（D7）。 */
export const capability = {
  title: '服务商人员与系统',
  intro: '{{provider}}。培训任务和新引入店铺由系统自动统计，无需填写。',
  quarter: '季度',
  staff: '服务店铺的人员数',
  certifiedStaff: '其中持证人数',
  apiDays: '自有系统对接天数',
  apiHealthyDays: '其中稳定运行天数',
  kept: '已登记 {{quarter}} 数据。',
};
