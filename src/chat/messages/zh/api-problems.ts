/** What the API answers instead of what was asked for. */
export const problem = {
  400: '请求无法识别',
  401: '没有有效的密钥',
  403: '没有权限',
  404: '未找到',
  405: '此处不支持该操作',
  409: '状态已变化',
  413: '内容过大',
  415: '不支持的内容类型',
  422: '未被接受',
  429: '请求过于频繁',
  500: '系统出错',
  503: '暂时不可用',
};

export const apiRefused = {
  'request-invalid': '请求不符合 API 文档的要求。{{why}}',
  'field-unknown': '没有“{{name}}”这个字段。',
  'cursor-unknown': '这不是列表返回的游标。',
  'idempotency-missing': '写操作必须带 Idempotency-Key 请求头，长度为 1 至 200 个可见 ASCII 字符。',
  'idempotency-busy': '使用这个 Idempotency-Key 的请求仍在处理中。',
  'idempotency-other': '这个 Idempotency-Key 已用于另一个请求。',
  'address-not-allowed': '{{address}} 不在申请的来源地址列表中。',
  'scope-missing': '这个密钥没有 {{scope}} 权限。',
  'sandbox-busy': '有多个请求同时修改沙箱。',
  'nothing-here': '这个地址没有内容。',
  'no-rating': '贵公司还没有评级。',
  'body-too-large': '请求内容超过上限。',
  'media-type': '不支持这种内容类型。',
  'too-many-requests': '这个密钥一分钟内的请求次数过多。',
  failed: '没有任何改动，错误在我们这一侧。',
  unavailable: '暂时无法读写记录，没有任何改动。',
  'month-not-served': '第 {{line}} 行：该月贵公司没有服务店铺 {{storeId}}。',
  'month-on-record':
    '第 {{line}} 行：店铺 {{storeId}} 该月的数据来自平台或由小二录入，不能用上传的数据替换。',
  'month-rejected': '第 {{line}} 行，{{column}}：“{{value}}”无效（{{code}}）。',
};

export const apiNext = {
  'scope-missing': '请用 /service keys 查看已授予的权限。正式密钥的权限不会超过贵公司当前等级。',
  'sandbox-busy': '请重新发送。',
  'idempotency-busy': '请稍等一秒再发送，即可得到结果。',
  'idempotency-other': '每次新的操作请使用新的值，只有重发同一请求时才使用原来的值。',
  'too-many-requests': '请按 Retry-After 响应头给出的时间等待。',
  failed: '请用同一个 Idempotency-Key 重新发送。如果仍然失败，请把 `instance` 的值告诉平台。',
  unavailable: '请几秒后用同一个 Idempotency-Key 重新发送。',
};
