/** What each command does and what its options mean: `<area>.<verb>.summary`, `<area>.<verb>.<option>`. */
export const commands = {
  help: { summary: '查看您可以做什么', area: '要说明的命令，例如 report' },
  whoami: { summary: '查看您在系统中的身份：姓名、角色、账号、语言' },
  link: { summary: '用邀请码把这个聊天账号关联到您本人', code: '您收到的邀请码' },
  settings: { summary: '修改语言、时区和工作时间' },
  inbox: { summary: '查看所有待您处理的事项，最紧急的在前' },
  staff: {
    invite: {
      summary: '生成一次性邀请码，邀请他人加入店铺、服务商或平台',
      role: '对方将拥有的角色',
      organisation: '对方所属的店铺或服务商',
    },
  },
  refused: {
    'unknown-area': '没有命令 {{typed}}。可用的命令：{{areas}}。',
    'unknown-area-but': '没有命令 {{typed}}。您是不是要用 {{meant}}？可用的命令：{{areas}}。',
    'verb-missing': '请说明 {{area}} 要做什么：{{verbs}}。',
    'unknown-verb': '{{area}} 不认识“{{typed}}”。可用的有：{{verbs}}。',
    'unknown-verb-but': '不认识“{{typed}}”。您是不是要用 {{meant}}？可用的有：{{verbs}}。',
    'option-missing': '缺少选项 {{option}}。例如：{{example}}',
    'too-many-words': '“{{word}}”超出了这个命令的选项。连在一起的内容请加引号。例如：{{example}}',
    'not-a-choice': '{{option}} 不能是“{{typed}}”。可选：{{choices}}。',
    'not-a-choice-but': '{{option}} 不能是“{{typed}}”。您是不是要填 {{meant}}？可选：{{choices}}。',
  },
};
