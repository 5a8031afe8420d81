-- What staff look up among all reports, so that no click reads a whole table: bench/plans shows it.

-- Who reviews and who leads is asked with every case.
CREATE INDEX "membership_role_idx" ON "membership"("role");

-- Staff list the newest reports of everybody.
CREATE INDEX "report_created_at_id_idx" ON "report"("created_at", "id");

-- Few of many: Prisma cannot say which rows an index is for.
CREATE INDEX "report_proposed" ON "report"("id") WHERE "proposal" IS NOT NULL;
CREATE INDEX "delivery_undelivered" ON "delivery"("failed_at") WHERE "failed_at" IS NOT NULL AND "sent_at" IS NULL;
