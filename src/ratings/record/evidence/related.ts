import { Prisma } from '../../../platform/database/generated/client.ts';

/** Whether the two parties of the report `r` are related: declared by either, or known to the platform (G5). */
export const RELATED = Prisma.sql`(coalesce((r.store_details #>> '{relatedParty,declared}')::boolean, false)
  OR coalesce((SELECT (v.fields #>> '{relatedParty,declared}')::boolean FROM revision v
    WHERE v.report_id = r.id AND v.number = r.revision), false)
  OR EXISTS (SELECT FROM organisation so JOIN organisation po ON po.control_group = so.control_group
    WHERE so.id = r.store_id AND po.id = r.provider_id))`;
