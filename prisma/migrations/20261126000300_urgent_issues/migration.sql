-- CreateTable
CREATE TABLE "urgent_issue" (
    "id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "contacts" TEXT[],
    "acknowledged_by" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "measured_at" TIMESTAMPTZ(3),

    CONSTRAINT "urgent_issue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "urgent_issue_report_id_reported_at_idx" ON "urgent_issue"("report_id", "reported_at");

-- What a provider's inbox asks for, and what a month's check asks for.
CREATE INDEX "urgent_issue_open" ON "urgent_issue"("provider_id", "due_at") WHERE "acknowledged_at" IS NULL;
CREATE INDEX "urgent_issue_unmeasured" ON "urgent_issue"("reported_at") WHERE "measured_at" IS NULL;

-- Once a day: which delegations end soon.
CREATE INDEX "delegation_ending" ON "delegation"("until_at") WHERE "ended_at" IS NULL;

-- Which stores still have a question of the rating before them: few among all reminders.
CREATE INDEX "reminder_survey_open" ON "reminder"("object") WHERE "settled_at" IS NULL AND "object" LIKE 'survey:%';

-- The week's returns, and what they were about.
CREATE INDEX "report_comment_returns" ON "report_comment"("report_id", "state_seq")
  WHERE "kind" = 'RETURN' AND "field" IS NOT NULL;

-- Which delegations have the reminder of their end.
CREATE INDEX "reminder_of_delegations" ON "reminder"("object") WHERE "object" LIKE 'dlg_%';
