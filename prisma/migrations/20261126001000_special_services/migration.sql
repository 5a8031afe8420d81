-- CreateTable
CREATE TABLE "consultation" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "sla_minutes" INTEGER,
    "deadline_at" TIMESTAMPTZ(3),
    "wake_at" TIMESTAMPTZ(3),
    "assigned_to" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "topic" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "entity_region" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "trademark_status" TEXT NOT NULL,
    "target_date" DATE NOT NULL,
    "question" TEXT NOT NULL,
    "letter" JSONB,
    "answer" JSONB,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loan_request" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "sla_minutes" INTEGER,
    "deadline_at" TIMESTAMPTZ(3),
    "wake_at" TIMESTAMPTZ(3),
    "assigned_to" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "consented_at" TIMESTAMPTZ(3),
    "priority" BOOLEAN NOT NULL DEFAULT false,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "outcome" TEXT,

    CONSTRAINT "loan_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_application" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "sla_minutes" INTEGER,
    "deadline_at" TIMESTAMPTZ(3),
    "wake_at" TIMESTAMPTZ(3),
    "assigned_to" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "system_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "scopes" TEXT[],
    "data_classes" TEXT[],
    "callback_url" TEXT NOT NULL,
    "allowed_ips" TEXT[],
    "security_contact" TEXT NOT NULL,
    "retention_days" INTEGER NOT NULL,
    "incident_contact" TEXT NOT NULL,
    "approvals" TEXT[],
    "live_asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_step" (
    "case_id" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "service_step_pkey" PRIMARY KEY ("case_id","state_seq")
);

-- CreateTable
CREATE TABLE "service_counter" (
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "service_counter_pkey" PRIMARY KEY ("kind","year")
);

-- CreateIndex
CREATE INDEX "consultation_provider_id_opened_at_idx" ON "consultation"("provider_id", "opened_at");

-- CreateIndex
CREATE INDEX "loan_request_provider_id_opened_at_idx" ON "loan_request"("provider_id", "opened_at");

-- CreateIndex
CREATE INDEX "api_application_provider_id_opened_at_idx" ON "api_application"("provider_id", "opened_at");

-- What waits on staff, the most urgent first.
CREATE INDEX "consultation_queue" ON "consultation"("deadline_at", "id") WHERE "state" IN ('OPEN', 'REOPENED');
CREATE INDEX "loan_request_queue" ON "loan_request"("deadline_at", "id")
  WHERE "state" IN ('SUBMITTED', 'PRECHECK_OK', 'REFERRED');
CREATE INDEX "api_application_queue" ON "api_application"("deadline_at", "id")
  WHERE "state" IN ('SUBMITTED', 'SECURITY_REVIEW', 'SANDBOX', 'REVIEW_DUE') AND "deadline_at" IS NOT NULL;

-- What the clock has to do.
CREATE INDEX "consultation_wake" ON "consultation"("wake_at") WHERE "wake_at" IS NOT NULL;
CREATE INDEX "loan_request_wake" ON "loan_request"("wake_at") WHERE "wake_at" IS NOT NULL;
CREATE INDEX "api_application_wake" ON "api_application"("wake_at") WHERE "wake_at" IS NOT NULL;
