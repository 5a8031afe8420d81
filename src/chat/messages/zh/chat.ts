/** What the conversation itself says, whatever it is about. */
export const chat = {
  refused: { title: '无法执行' },
  'not-linked': {
    title: '欢迎使用报备助手',
    lead: '我还不知道这个聊天账号是谁在使用。',
    ask: '请让店铺负责人、服务商管理员或小二主管邀请您，对方会得到一个给您的邀请码。',
    redeem: '用 {{command}} 把邀请码发给我。',
    after: '之后用 {{command}} 查看您可以做什么。',
    account: '本账号：{{account}}',
  },
  'stray-button': {
    title: '这个按钮所在的卡片已失效',
    lead: '没有执行任何操作。用 {{command}} 查看所有待您处理的事项，那里的按钮都有效。',
  },
  'already-handled': {
    title: '这个请求已经执行过了',
    lead: '您的请求此前已收到，并且只执行了一次。用 {{command}} 查看当前情况。',
  },
  failed: {
    title: '没有执行',
    unavailable: '暂时无法访问数据，没有做任何更改。',
    defect: '系统出了问题，没有做任何更改。',
    kept: '我已保存您的请求，会自动重试并告诉您结果，您无需再做什么。',
    'ask-again': '请稍后再试。',
    reference: '需要帮助时请提供此编号：{{reference}}',
  },
  'given-up': {
    title: '您的请求未能执行',
    lead: '多次重试都没有成功。没有做任何更改，小二主管可以看到此事。用 {{command}} 查看当前情况。',
  },
  'form-kept': {
    title: '您的表单尚未提交',
    lead: '您填写的内容已保存。请从 {{command}} 重新打开表单，内容会自动带出。',
  },
  help: {
    title: '您可以做什么',
    lead: '以下是您的角色可以使用的命令。',
    'lead-unlinked': '这个聊天账号还没有关联到任何人，目前只能使用以下命令。',
    footer: '查看某个命令的详情：/help report。选项可以按顺序填写，也可以写成 名称:内容。',
    'area-title': '帮助：{{area}}',
    optional: '（可不填）',
    example: '例如：',
    needs: '需要的角色：{{roles}}。',
    everyone: '所有人',
  },
  table: { title: '命令', command: '命令', summary: '作用', who: '谁可以使用' },
};
