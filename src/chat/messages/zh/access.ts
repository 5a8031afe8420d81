import { apiNext, apiRefused, problem } from './api-problems.ts';

/** Keys for a provider's own systems, and what the API says. */
export const access = {
  keys: {
    LIVE: 'API 密钥 · 正式环境',
    SANDBOX: 'API 密钥 · 沙箱',
    lead: '持有密钥即可以领取人的身份操作。',
    none: '还没有密钥。点击按钮，即可获得领取页面的链接。',
    application: '申请',
    scopes: '权限',
    from: '允许的来源',
    anywhere: '不限',
    line: '{{key}}，{{by}}领取，最近使用 {{used}}，有效期至 {{until}}',
    'line-unused': '{{key}}，{{by}}领取，尚未使用，有效期至 {{until}}',
    new: '领取新密钥',
    replace: '更换 {{key}}…',
    revoke: '吊销 {{key}}…',
    sure: '吊销这个密钥？',
    'sure-body': '吊销后，所有使用 {{key}}… 的请求都会被拒绝，且无法恢复。',
    footer: '更换后，旧密钥仍可使用 {{hours}} 小时，方便您的系统切换。',
  },
  link: {
    LIVE: '领取正式密钥',
    SANDBOX: '领取沙箱密钥',
    lead: '{{page}}。密钥只显示一次，请直接存入您系统的密钥管理处。链接有效期至 {{until}}。',
    page: '打开领取页面',
    footer: '请勿转发链接，也不要在聊天中发送密钥。',
  },
  page: {
    title: '您的 API 密钥',
    LIVE: '供{{provider}}的系统使用的正式密钥。用它进行的操作真实生效，并记在您的名下。',
    SANDBOX: '供{{provider}}的系统使用的沙箱密钥。只操作示例数据，不会通知任何人。',
    once: '密钥只显示一次，请先准备好存放的位置。',
    show: '显示密钥',
    'until-label': '有效期至',
    'old-label': '旧密钥失效时间',
    use: '每次请求都放在 Authorization 请求头中。',
    gone: '系统不保存密钥，离开本页后无法再次查看。',
    docs: 'API 文档',
    over: '链接已失效',
    'over-lead': '链接已被使用、已过期，或已有更新的链接。请在聊天中用 /service keys 重新获取。',
  },
  problem,
  refused: {
    ...apiRefused,
    'key-unknown': '密钥不存在，或已经失效。',
    'no-grant': '贵公司还没有通过审核的 API 申请。',
    'key-gone': '这个密钥已经失效。',
    'too-many-keys': '已有 {{most}} 个有效密钥，请先吊销不再使用的密钥。',
    'link-over': '链接已失效：已被使用、已过期，或已有更新的链接。',
    'key-in-chat':
      '您的消息里有 API 密钥，因此没有处理，也没有保存。能看到这条消息的人都可以以您的身份操作。',
  },
  next: {
    ...apiNext,
    'key-unknown':
      '请在 Authorization: Bearer 之后填写完整的密钥。在聊天中用 /service keys 可查看有效的密钥。',
    'no-grant': '请用 /service request 提交申请，小二审核通过后即可领取密钥。',
    'link-over': '请在聊天中用 /service keys 重新获取。',
    'key-in-chat': '请尽量删除这条消息，然后用 /service keys 更换或吊销这个密钥。',
  },
};
