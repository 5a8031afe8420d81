import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { listensLive } from '../../services/webhooks/record/endpoints.ts';
import { remindersDelivered } from './reminders-delivered.ts';

/** The form under which a provider's draft of the revision is kept, shared by its team. */
export const FILL_FORM = 'report.fill';

/** Everything that deciding about one case needs, in one statement; every part is found by an index. */
export function caseQuery(reportId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT to_jsonb(r) AS report,
      ${party(Prisma.sql`r.store_id`)} AS store,
      (SELECT categories FROM store WHERE id = r.store_id) AS store_categories,
      ${party(Prisma.sql`r.provider_id`)} AS provider,
      (SELECT to_jsonb(p) FROM provider p WHERE p.id = r.provider_id) AS standing,
      ${OFFERED_ITEMS} AS offered_items,
      ${QUALIFICATIONS} AS qualifications,
      ${OTHERS} AS others,
      ${EVIDENCE} AS evidence,
      (SELECT jsonb_build_object('number', v.number, 'hash', v.hash, 'fields', v.fields)
         FROM revision v WHERE v.report_id = r.id AND v.number = r.revision) AS current,
      ${DRAFT} AS draft,
      (SELECT to_jsonb(c) FROM confirmation c
        WHERE c.report_id = r.id AND c.revision = r.revision AND c.voided_at IS NULL) AS confirmation,
      ${CONTRACT_NOS} AS contract_nos,
      ${TERMINATED_FOR_CAUSE} AS terminated_for_cause,
      (SELECT t.at FROM transition t WHERE t.report_id = r.id AND t.rule = 'T2' LIMIT 1)::text AS requested_at,
      ${STAFF} AS staff,
      ${delegations(now)} AS delegations,
      ${COMMENTS} AS comments,
      ${remindersDelivered} AS reminders_delivered,
      ${listensLive(Prisma.sql`r.provider_id`)} AS webhooks,
      EXISTS (SELECT FROM transition t WHERE t.report_id = r.id AND t.rule = 'draft.reminded') AS draft_reminder_sent
    FROM report r WHERE r.id = ${reportId}`;
}

const PERSON = Prisma.sql`
  jsonb_build_object('id', p.id, 'name', p.display_name, 'role', m.role, 'firstTask',
    CASE WHEN h.principal_id IS NOT NULL THEN jsonb_build_object('reportId', h.report_id, 'stateSeq', h.state_seq) END)`;

const party = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT to_jsonb(o) || jsonb_build_object('people', COALESCE((
     SELECT jsonb_agg(${PERSON} ORDER BY m.since, p.id)
     FROM membership m JOIN principal p ON p.id = m.principal_id LEFT JOIN delegation_hint h ON h.principal_id = p.id
     WHERE m.organisation_id = o.id), '[]'))
   FROM organisation o WHERE o.id = ${id})`;

const OFFERED_ITEMS = Prisma.sql`
  COALESCE((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'scope', i.scope,
      'description', i.description, 'version', i.version) ORDER BY i.id)
    FROM service_item i WHERE i.provider_id = r.provider_id AND i.offered), '[]')`;

const QUALIFICATIONS = Prisma.sql`
  COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'valid_until', q.valid_until) ORDER BY q.kind)
    FROM qualification q WHERE q.provider_id = r.provider_id), '[]')`;

// G4 asks about reports that hold a period; drafts and ended ones never do.
const OTHERS = Prisma.sql`
  COALESCE((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'provider_id', x.provider_id, 'state', x.state,
      'service_scope', x.service_scope, 'primary_operator', x.primary_operator,
      'reporting_start', x.reporting_start, 'reporting_end', x.reporting_end,
      'notice_effective_on', x.notice->>'effectiveOn') ORDER BY x.id)
    FROM report x WHERE x.store_id = r.store_id AND x.id <> r.id
      AND x.state IN ('REQUESTED', 'FILLING', 'STORE_CONFIRM', 'STAFF_REVIEW', 'INFO_REQUESTED', 'SCHEDULED', 'ACTIVE',
                      'SUSPENDED', 'NOTICE')), '[]')`;

const EVIDENCE = Prisma.sql`
  COALESCE((SELECT jsonb_agg(to_jsonb(e) ORDER BY e.uploaded_at, e.id)
    FROM evidence e WHERE e.report_id = r.id), '[]')`;

const DRAFT = Prisma.sql`
  (SELECT jsonb_build_object('values', f.values, 'editors', f.editors)
     FROM form_draft f WHERE f.form = ${FILL_FORM} AND f.subject = r.id AND f.owner = r.provider_id)`;

const CONTRACT_NOS = Prisma.sql`
  COALESCE((SELECT jsonb_agg(DISTINCT v.fields->>'contractNo')
    FROM report x JOIN revision v ON v.report_id = x.id AND v.number = x.revision
    WHERE x.store_id = r.store_id AND x.provider_id = r.provider_id AND x.id <> r.id
      AND x.state NOT IN ('DECLINED', 'WITHDRAWN', 'LAPSED', 'REJECTED')), '[]')`;

const TERMINATED_FOR_CAUSE = Prisma.sql`
  EXISTS (SELECT FROM report x JOIN transition t ON t.report_id = x.id AND t.rule = 'T21'
    WHERE x.store_id = r.store_id AND x.provider_id = r.provider_id AND x.id <> r.id AND t.to_state = 'TERMINATED')`;

// Few people, and every change of a case may concern them.
const STAFF = Prisma.sql`
  COALESCE((SELECT jsonb_agg(${PERSON})
    FROM membership m JOIN principal p ON p.id = m.principal_id LEFT JOIN delegation_hint h ON h.principal_id = p.id
    WHERE m.role IN ('STAFF_REVIEWER', 'STAFF_LEAD')), '[]')`;

// Resolved when the case is read (domain-rules §1); few are live at any time.
const delegations = (now: Date): Prisma.Sql => Prisma.sql`
  COALESCE((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'organisationId', d.organisation_id, 'role', d.role,
      'delegator', d.delegator_id, 'delegate', d.delegate_id, 'reportId', d.report_id, 'from', d.from_at,
      'until', d.until_at))
    FROM delegation d
    WHERE d.organisation_id IN (r.store_id, r.provider_id, ${PLATFORM_ORGANISATION}) AND d.ended_at IS NULL
      AND d.until_at > ${now} AND d.from_at <= ${now} AND (d.report_id IS NULL OR d.report_id = r.id)), '[]')`;

const COMMENTS = Prisma.sql`
  COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'revision', c.revision, 'field', c.field,
      'text', c.text, 'author', c.author, 'on_behalf_of', c.on_behalf_of, 'at', c.at) ORDER BY c.at, c.id)
    FROM report_comment c WHERE c.report_id = r.id), '[]')`;
