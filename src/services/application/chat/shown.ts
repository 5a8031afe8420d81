import type { Fact, Section } from '../../../chat/card.ts';
import { day } from '../../../chat/text.ts';
import { isScope } from '../../access/scopes.ts';
import { fact, type Showing, type Shown } from '../../chat/card/shown.ts';
import type { CaseOf } from '../../record/case.ts';
import { reviewOn } from '../review.ts';
import { needsTwo } from '../scopes.ts';

/** A channel reads which system asks for what; addresses and contacts are for those who review. */
export function applicationShown(showing: Showing, found: CaseOf<'api'>): Shown {
  const { t, inChannel } = showing;
  const facts = [
    fact(t, 'system', found.systemName),
    fact(t, 'scopes', found.scopes.join(t('common.comma'))),
    ...approvalFact(t, found),
    ...(found.state === 'LIVE' ? [fact(t, 'review', [day(reviewOn(found.stateSince))])] : []),
  ];
  if (inChannel) return { facts, sections: [] };
  return {
    facts: [
      ...facts,
      fact(t, 'data', found.dataClasses.map((one) => t(`services.data.${one}`)).join(t('common.comma'))),
      fact(t, 'callback', found.callbackUrl),
      fact(t, 'ips', found.allowedIps.join(t('common.comma'))),
      fact(t, 'security', found.securityContact),
      fact(t, 'retention', t('services.days', { count: found.retentionDays })),
      fact(t, 'incident', found.incidentContact),
    ],
    sections: [{ title: t('services.section.purpose'), body: found.purpose }, ...reasonSection(showing)],
  };
}

/** One of two, or that two are needed. */
function approvalFact(t: Showing['t'], { state, scopes, approvals }: CaseOf<'api'>): readonly Fact[] {
  if (state !== 'SECURITY_REVIEW' && state !== 'SUBMITTED') return [];
  if (!needsTwo(scopes.filter(isScope))) return [];
  const given = approvals.length > 0 ? 'one-of-two' : 'two-needed';
  return [fact(t, 'approvals', t(`services.approvals.${given}`))];
}

function reasonSection({ t, last }: Showing): readonly Section[] {
  if (last === null) return [];
  const { event, reason, taken } = last;
  const told = t.has(`services.told.${event}`) ? [t(`services.told.${event}`)] : [];
  const lost = taken.length === 0 ? [] : [t('services.taken', { scopes: taken.join(t('common.comma')) })];
  const list = [...told, ...(reason === null ? [] : [reason]), ...lost];
  return list.length === 0 ? [] : [{ title: t('services.section.reason'), list }];
}
