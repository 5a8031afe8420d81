import type { refused as en } from '../en/training-refusals.ts';
import type { SameKeys } from '../same-keys.ts';

/** 成长培训相关操作不能进行的原因。 */
export const refused = {
  'no-relationship': '报备须处于生效状态：该服务商目前不为这家店铺服务，或您与此无关。',
  'no-stores': '目前没有与您报备生效的店铺，无法诊断。',
  'no-consent': '{{store}} 尚未授权{{provider}}查看诊断。店铺负责人点一下按钮即可授权。',
  'consent-changed': '此事已有答复，请重新打开列表查看。',
  'no-problem': '这份诊断没有指出您所服务店铺的问题，无需制定计划。',
  'plan-there': '这家店铺的该问题已有进行中的计划，请用 /training plan 查看。',
  'plan-changed': '计划已有变化，请用 /training plan 查看最新状态。',
  'no-coach-due': '该服务商的等级包含门诊，不含专属教练。',
  reason: '请说明原因，至少 {{minimum}} 个字。',
  'case-changed': '此事项已有变化，请用 /staff improvement 查看最新状态。',
  'plan-due': '等级有下降风险，须先制定书面计划才能结束事项。',
  'plan-runs': '书面计划为期 {{days}} 天，期满后才能认定未达成。',
  text: '请至少写 {{minimum}} 个字，便于他人了解。',
  'no-fraud': '该服务商的评级未因欺诈、伪造、虚假交易或贿赂而暂停，不能跳过改进流程。',
} satisfies SameKeys<typeof en>;
