/** Chat accounts, invitations and personal settings. */
export const accounts = {
  whoami: {
    roles: '角色',
    'no-role': '暂无',
    'role-at': '{{organisation}}的{{role}}',
    accounts: '聊天账号',
    footer: '用 {{command}} 修改语言、时区和工作时间。',
  },
  settings: {
    language: '语言',
    follow: '与聊天账号一致',
    zone: '时区',
    hours: '工作时间',
  },
};
