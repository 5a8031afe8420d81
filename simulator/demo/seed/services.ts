import type { App } from '../../../src/app.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { addDays } from '../../../src/reports/periods.ts';
import type { IsoDate } from '../../../src/reports/report.ts';
import { applyForApi } from '../../../src/services/application/actions/apply.ts';
import { askConsultation } from '../../../src/services/consultation/actions/ask.ts';
import { actor, done } from './actor.ts';
import { PROVIDER_SIDE } from './scenes.ts';

/** What Yuanfan, whose cooperation with NordKind is effective, has asked the staff for: a question, and access for its ERP. */
export async function seedServices(app: App, firstDay: IsoDate): Promise<void> {
  const { id: providerId, admin } = PROVIDER_SIDE.yuanfan;
  const asked = { providerId, actor: actor(admin), draft: NO_DRAFT };
  done(await askConsultation(app, { ...asked, requestId: app.ids.next('req'), values: question(firstDay) }));
  done(await applyForApi(app, { ...asked, requestId: app.ids.next('req'), values: ERP }));
}

const NO_DRAFT = Prisma.sql`SELECT 1`;

const question = (firstDay: IsoDate) => ({
  topic: 'TRADEMARK',
  brand: 'Fjordlys',
  entityRegion: 'EU',
  category: 'MATERNITY_BABY',
  trademarkStatus: 'APPLIED',
  targetDate: addDays(firstDay, 120),
  question: '品牌方的国内商标仍在申请中，能否先提交入驻申请，待注册后再补交证书？',
});

const ERP = {
  systemName: '远帆 ERP',
  systemPurpose: '在自有系统中统一管理各店铺的报备进度，并回填店铺月度数据。',
  scopes: ['reports:read', 'reports:write', 'store-months:write'],
  dataClasses: ['OWN_REPORTS', 'STORE_FIGURES'],
  callbackUrl: 'https://hooks.yuanfan.example/baobei',
  allowedIps: '8.8.4.4\n8.8.8.0/28',
  securityContact: 'security@yuanfan.example',
  retentionDays: '180',
  incidentContact: '+86 571 8502 2088',
};
