/** 合作中的紧急问题（QS09）：表单、卡片与拒绝说明。 */
export const urgent = {
  refused: {
    'not-effective': '合作生效期间才能上报紧急问题，此合作目前未生效。可用 /report show 查看进展。',
    'too-many':
      '此合作还有 {{count}} 个紧急问题等待响应，服务商已收到通知。请改用卡片上的站外联系方式直接联系。',
    'text-missing': '请用一句话说明发生了什么。',
    'text-too-long': '请控制在 {{maximum}} 字以内，细节可在对方响应后补充。',
    'not-a-time': '“{{typed}}”不是有效时间，请按 09:30 的格式填写。',
    'in-future': '时间尚未到，请检查日期和时间。',
    unknown: '找不到这个紧急问题。',
    'acknowledged-already': '{{name}}已于 {{at}} 响应。',
  },
  form: {
    title: '上报紧急问题',
    intro: '{{store}} × {{provider}}：提交后立即通知服务商联系人，夜间也不例外。仅用于无法等待的问题。',
    text: '发生了什么？',
    'text-help': '请勿填写密码或消费者信息。',
    date: '从哪天开始？',
    time: '从几点开始？',
    'time-help': '按您的时区：{{zone}}',
    submit: '立即上报',
  },
  card: {
    title: '紧急：{{store}} × {{provider}}',
    open: '{{provider}}须在 {{due}} 前响应。',
    late: '{{provider}}仍无人响应，响应时限为 {{due}}。',
    acknowledged: '{{name}}已于 {{at}} 响应。',
    what: '问题',
    since: '开始时间',
    reported: '上报人',
    report: '报备',
    'out-of-chat': '站外联系方式',
    footer: '响应表示您已看到并开始处理，响应时间计入 QS09。',
  },
  button: { acknowledge: '确认响应', show: '打开报备', report: '上报紧急问题' },
  history: { urgent: '上报紧急问题', 'urgent-acknowledged': '响应紧急问题' },
  'digest-line': '紧急问题未响应：{{store}} × {{provider}}',
} as const;
