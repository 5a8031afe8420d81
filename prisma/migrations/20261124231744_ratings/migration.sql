-- CreateTable
CREATE TABLE "store_month_import" (
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_month_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_month_staged" (
    "import_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "line" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "staged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_month_staged_pkey" PRIMARY KEY ("import_id","store_id","month")
);

-- CreateIndex
CREATE INDEX "store_month_staged_staged_at_idx" ON "store_month_staged"("staged_at");

-- CreateTable
CREATE TABLE "store_month" (
    "store_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "latest" BOOLEAN NOT NULL DEFAULT true,
    "currency" TEXT NOT NULL,
    "gmv_minor" BIGINT NOT NULL,
    "false_gmv_minor" BIGINT NOT NULL DEFAULT 0,
    "uv" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "refunds_minor" BIGINT NOT NULL,
    "refund_cases" INTEGER NOT NULL,
    "disputes_upheld" INTEGER NOT NULL,
    "dsr_desc" DECIMAL(3,2),
    "dsr_serv" DECIMAL(3,2),
    "dsr_logi" DECIMAL(3,2),
    "dsr_count" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL,
    "shipped" INTEGER NOT NULL,
    "first_reply_sec_median" INTEGER,
    "reply_rate" DECIMAL(5,4),
    "ad_spend_minor" BIGINT,
    "ad_gmv_minor" BIGINT,
    "repeat_buyers" INTEGER,
    "stock_value_minor" BIGINT,
    "cogs_minor" BIGINT,
    "source" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,

    CONSTRAINT "store_month_pkey" PRIMARY KEY ("store_id","month","version")
);

-- CreateTable
CREATE TABLE "quality_check" (
    "report_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "measured" TEXT,
    "n" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "exemption_by" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quality_check_pkey" PRIMARY KEY ("report_id","month","code")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "provider_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "results" INTEGER NOT NULL,
    "responsiveness" INTEGER NOT NULL,
    "honesty" INTEGER NOT NULL,
    "would_renew" INTEGER NOT NULL,
    "principal_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("provider_id","store_id","quarter")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "report_id" TEXT,
    "severity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT,
    "basis" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capability_record" (
    "provider_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "staff" INTEGER NOT NULL,
    "certified_staff" INTEGER NOT NULL,
    "tasks_assigned" INTEGER NOT NULL,
    "tasks_done" INTEGER NOT NULL,
    "api_days" INTEGER NOT NULL,
    "api_healthy_days" INTEGER NOT NULL,

    CONSTRAINT "capability_record_pkey" PRIMARY KEY ("provider_id","quarter")
);

-- CreateTable
CREATE TABLE "rating_cycle" (
    "quarter" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "scored_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,

    CONSTRAINT "rating_cycle_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "rating_store_fact" (
    "quarter" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "gmv_now" BIGINT NOT NULL,
    "gmv_year_ago" BIGINT,
    "gmv_before" BIGINT,
    "orders" INTEGER NOT NULL,
    "shipped" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "disputes" INTEGER NOT NULL,
    "dsr_count" INTEGER NOT NULL,
    "dsr_desc" DECIMAL(18,2) NOT NULL,
    "dsr_serv" DECIMAL(18,2) NOT NULL,
    "dsr_logi" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "rating_store_fact_pkey" PRIMARY KEY ("quarter","store_id")
);

-- CreateTable
CREATE TABLE "rating_bond" (
    "quarter" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "related" BOOLEAN NOT NULL,
    "quarter_months" DECIMAL(6,2) NOT NULL,
    "year_months" DECIMAL(6,2) NOT NULL,
    "gmv_year" BIGINT NOT NULL,
    "gmv_now" BIGINT NOT NULL,
    "gmv_year_ago" BIGINT,
    "gmv_before" BIGINT,
    "orders" DECIMAL(14,2) NOT NULL,
    "shipped" DECIMAL(14,2) NOT NULL,
    "on_time" DECIMAL(14,2) NOT NULL,
    "disputes" DECIMAL(14,2) NOT NULL,
    "dsr_count" DECIMAL(14,2) NOT NULL,
    "dsr_desc" DECIMAL(18,2) NOT NULL,
    "dsr_serv" DECIMAL(18,2) NOT NULL,
    "dsr_logi" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "rating_bond_pkey" PRIMARY KEY ("quarter","provider_id","store_id")
);

-- CreateTable
CREATE TABLE "rating_candidate" (
    "quarter" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "stores" INTEGER NOT NULL,
    "store_months" DECIMAL(10,2) NOT NULL,
    "active" BOOLEAN NOT NULL,
    "below" INTEGER NOT NULL,
    "equal" INTEGER NOT NULL,
    "group_size" INTEGER NOT NULL,

    CONSTRAINT "rating_candidate_pkey" PRIMARY KEY ("quarter","provider_id")
);

-- CreateTable
CREATE TABLE "rating_snapshot" (
    "provider_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "algorithm_version" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "score" DECIMAL(5,2),
    "published" DECIMAL(5,2),
    "level" TEXT NOT NULL,
    "movement" TEXT NOT NULL,
    "flags" TEXT[],
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_snapshot_pkey" PRIMARY KEY ("provider_id","quarter","version")
);

-- CreateTable
CREATE TABLE "provider_rating" (
    "provider_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "published" DECIMAL(5,2),
    "scored_cycles" INTEGER NOT NULL,
    "flags" TEXT[],
    "stayed_level" TEXT,
    "benefits_level" TEXT,
    "benefits_until" DATE,
    "suspended_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_rating_pkey" PRIMARY KEY ("provider_id")
);

-- CreateTable
CREATE TABLE "rating_appeal" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "datum" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL DEFAULT 0,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "original_decider" TEXT,
    "decided_by" TEXT[],
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "escalated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rating_appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "store_month_import_imported_at_idx" ON "store_month_import"("imported_at");

-- CreateIndex
CREATE INDEX "store_month_import_id_idx" ON "store_month"("import_id");

-- CreateIndex
CREATE INDEX "incident_provider_id_decided_at_idx" ON "incident"("provider_id", "decided_at");

-- CreateIndex
CREATE INDEX "rating_snapshot_quarter_idx" ON "rating_snapshot"("quarter");

-- CreateIndex
CREATE INDEX "rating_appeal_state_due_at_idx" ON "rating_appeal"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_appeal_provider_id_quarter_kind_datum_key" ON "rating_appeal"("provider_id", "quarter", "kind", "datum");

-- One version of a month counts; and a cycle reads whole quarters of every store.
CREATE UNIQUE INDEX "store_month_latest" ON "store_month"("store_id", "month") WHERE "latest";
CREATE INDEX "store_month_latest_month" ON "store_month"("month") WHERE "latest";

-- What was published is never altered (domain-rules §4.3): a correction is a new version beside it.
CREATE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: a rating is corrected by a new version', TG_OP, TG_TABLE_NAME USING ERRCODE = 'BB003';
END
$$;

CREATE TRIGGER rating_snapshot_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON "rating_snapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_snapshot_change();

-- CreateIndex
CREATE INDEX "provider_categories" ON "provider" USING GIN ("categories");

-- Recommendations walk from the best down.
CREATE INDEX "provider_rating_published" ON "provider_rating"("published" DESC, "provider_id") WHERE "published" IS NOT NULL;
