-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "on_behalf_of" TEXT;

-- AlterTable
ALTER TABLE "report_comment" ADD COLUMN     "on_behalf_of" TEXT;

-- CreateTable
CREATE TABLE "delegation" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "delegate_id" TEXT,
    "report_id" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation_hint" (
    "principal_id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_hint_pkey" PRIMARY KEY ("principal_id")
);

-- CreateIndex
CREATE INDEX "delegation_delegator_id_until_at_idx" ON "delegation"("delegator_id", "until_at");

-- CreateIndex
CREATE INDEX "delegation_delegate_id_until_at_idx" ON "delegation"("delegate_id", "until_at");

-- Asked with every case: what is live in its organisations.
CREATE INDEX "delegation_live" ON "delegation"("organisation_id", "until_at") WHERE "ended_at" IS NULL;

-- One stand-in at a time for one scope (domain-rules §1); whoever ended one may set the next.
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_no_overlap"
  EXCLUDE USING gist ("delegator_id" WITH =, "organisation_id" WITH =, "role" WITH =,
    (COALESCE("report_id", '')) WITH =, tstzrange("from_at", "until_at") WITH &&) WHERE ("ended_at" IS NULL);
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_period_ordered" CHECK ("until_at" > "from_at");
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_another" CHECK ("delegate_id" <> "delegator_id");
