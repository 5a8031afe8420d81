import { Prisma } from '../platform/database/generated/client.ts';

/**
 * As an array: principals of whom this one has an account, or who have one of theirs (`Actor.sharesAccountsWith`). Of few
 * people anything was ever unlinked: two look-ups that find nothing.
 *
 * @param id the principal's
 */
export const sharesAccountsWith = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ARRAY(
    SELECT u.principal_id FROM chat_account c
      JOIN unlinked_account u USING (platform, workspace, user_id) WHERE c.principal_id = ${id}
    UNION SELECT c.principal_id FROM unlinked_account u
      JOIN chat_account c USING (platform, workspace, user_id) WHERE u.principal_id = ${id}
    UNION SELECT o.principal_id FROM unlinked_account u
      JOIN unlinked_account o USING (platform, workspace, user_id) WHERE u.principal_id = ${id}
    EXCEPT SELECT ${id})`;
