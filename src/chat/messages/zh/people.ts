import type { people as en } from '../en/people.ts';
import type { SameKeys } from '../same-keys.ts';

/** 与身份、权限有关的提示；每条都说明可以由谁来办理。 */
export const people = {
  refused: {
    'not-linked': '这个聊天账号还没有关联到任何人。请索取邀请码，再用 /link 发给我。',
    'role-needed': '此操作需要{{rolesNeeded}}的角色，请联系有此角色的人员办理。',
    'not-your-organisation': '这份报备不属于您所在的机构，只能由相关店铺或服务商的{{rolesNeeded}}办理。',
    'editor-may-not-confirm':
      '您参与填写了服务商的这一版报备，不能再代表店铺确认。请由店铺的其他{{rolesNeeded}}确认。',
    'party-member-may-not-decide':
      '您是这份报备中店铺或服务商的成员，不能参与审批。请交由其他{{rolesNeeded}}处理。',
    'editor-may-not-decide': '您参与填写过这份报备，不能参与审批。请交由其他{{rolesNeeded}}处理。',
    'requester-may-not-decide': '这份报备中的例外是您申请的，不能由您审批。请交由其他{{rolesNeeded}}处理。',
    'first-approver-may-not-second': '第一次审批已由您完成，第二次须由另一位{{rolesNeeded}}完成。',
    'same-person-on-both-sides': '您已代表另一方同意，本方须由另一位人员同意。',
    'decider-may-not-hear-appeal': '被申诉的决定由您作出，申诉须由另一位{{rolesNeeded}}处理。',
  },
} as const satisfies SameKeys<typeof en>;
