-- Exclusion constraints over text and ranges.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_entity" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'CN',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "control_group" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "principal" (
    "id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "locale" TEXT,
    "time_zone" TEXT,
    "opens_at" INTEGER NOT NULL DEFAULT 540,
    "closes_at" INTEGER NOT NULL DEFAULT 1080,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "principal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "principal_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("principal_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "chat_account" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_account_pkey" PRIMARY KEY ("platform","workspace","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "redeemed_by" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_failure" (
    "id" BIGSERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store" (
    "id" TEXT NOT NULL,
    "categories" TEXT[],

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" TEXT NOT NULL,
    "recognised_until" DATE NOT NULL,
    "barred_at" TIMESTAMPTZ(3),
    "categories" TEXT[],
    "deposit_available_minor" BIGINT NOT NULL DEFAULT 0,
    "deposit_currency" TEXT NOT NULL DEFAULT 'CNY',
    "watched_until" DATE,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_until" DATE NOT NULL,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_item" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "offered" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "report_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "entry_channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "previous_state" TEXT,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "service_item_ids" TEXT[],
    "item_snapshot" JSONB NOT NULL DEFAULT '[]',
    "service_scope" TEXT[],
    "primary_operator" BOOLEAN NOT NULL,
    "purchase_start" DATE NOT NULL,
    "purchase_months" INTEGER NOT NULL,
    "reporting_start" DATE NOT NULL,
    "reporting_months" INTEGER NOT NULL,
    "reporting_end" DATE NOT NULL,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "renews_report_id" TEXT,
    "store_details" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "revision_hash" TEXT,
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "rounds_allowed" INTEGER NOT NULL DEFAULT 3,
    "info_from" TEXT,
    "deadline_at" TIMESTAMPTZ(3),
    "deadline_estimated" BOOLEAN NOT NULL DEFAULT false,
    "paused_minutes" INTEGER,
    "assigned_to" TEXT,
    "proposal" JSONB,
    "notice" JSONB,
    "revision_editors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "all_editors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rules" JSONB NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "report_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "period" daterange NOT NULL,

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("report_id","scope")
);

-- CreateTable
CREATE TABLE "revision" (
    "report_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "editors" TEXT[],
    "submitted_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("report_id","number")
);

-- CreateTable
CREATE TABLE "transition" (
    "report_id" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "transition_pkey" PRIMARY KEY ("report_id","state_seq")
);

-- CreateTable
CREATE TABLE "confirmation" (
    "report_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "typed_name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "na_ticks" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("report_id","revision")
);

-- CreateTable
CREATE TABLE "decision" (
    "report_id" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "second_actor" TEXT,
    "verdict" TEXT NOT NULL,
    "rule_ids" TEXT[],
    "reason" TEXT,
    "sla_used_minutes" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("report_id","state_seq")
);

-- CreateTable
CREATE TABLE "report_comment" (
    "id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "link" TEXT,
    "covers_from" DATE,
    "covers_until" DATE,
    "scanned_at" TIMESTAMPTZ(3),
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_blob" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "form" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "editors" TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("form","subject","owner")
);

-- CreateTable
CREATE TABLE "action_handle" (
    "id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "data" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_handle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posted_card" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "principal_id" TEXT,
    "locale" TEXT NOT NULL,
    "draws" INTEGER NOT NULL DEFAULT 0,
    "drawn" INTEGER NOT NULL DEFAULT 0,
    "drawn_hash" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posted_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "platform" TEXT,
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "incoming" (
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "incoming_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("object_type","object_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "org" TEXT,
    "action" TEXT NOT NULL,
    "before_hash" TEXT,
    "after_hash" TEXT,
    "request_id" TEXT,
    "payload" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("object_type","object_id","seq")
);

-- CreateTable
CREATE TABLE "audit_anchor" (
    "day" DATE NOT NULL,
    "heads" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "membership_organisation_id_role_idx" ON "membership"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "chat_account_principal_id_idx" ON "chat_account"("principal_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE INDEX "link_failure_account_failed_at_idx" ON "link_failure"("account", "failed_at");

-- CreateIndex
CREATE INDEX "qualification_provider_id_idx" ON "qualification"("provider_id");

-- CreateIndex
CREATE INDEX "service_item_provider_id_offered_idx" ON "service_item"("provider_id", "offered");

-- CreateIndex
CREATE INDEX "report_store_id_state_idx" ON "report"("store_id", "state");

-- CreateIndex
CREATE INDEX "report_provider_id_state_idx" ON "report"("provider_id", "state");

-- CreateIndex
CREATE INDEX "report_state_deadline_at_idx" ON "report"("state", "deadline_at");

-- CreateIndex
CREATE INDEX "report_wake_at_idx" ON "report"("wake_at");

-- CreateIndex
CREATE INDEX "report_comment_report_id_at_idx" ON "report_comment"("report_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_report_id_sha256_key" ON "evidence"("report_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "action_handle_action_subject_revision_state_seq_data_key" ON "action_handle"("action", "subject", "revision", "state_seq", "data");

-- CreateIndex
CREATE INDEX "posted_card_subject_live_idx" ON "posted_card"("subject", "live");

-- CreateIndex
CREATE UNIQUE INDEX "posted_card_platform_workspace_channel_message_key" ON "posted_card"("platform", "workspace", "channel", "message");

-- CreateIndex
CREATE INDEX "delivery_subject_idx" ON "delivery"("subject");

-- CreateIndex
CREATE INDEX "incoming_done_at_received_at_idx" ON "incoming"("done_at", "received_at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_account" ADD CONSTRAINT "chat_account_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "principal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_id_fkey" FOREIGN KEY ("id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_id_fkey" FOREIGN KEY ("id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_item" ADD CONSTRAINT "service_item_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition" ADD CONSTRAINT "transition_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- Aborts the whole batch when a compare-and-set met nothing; the message is the refusal's reason.
CREATE FUNCTION expect_rows(actual bigint, expected bigint, code text) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  IF actual IS DISTINCT FROM expected THEN
    RAISE EXCEPTION '%', code USING ERRCODE = 'BB001';
  END IF;
  RETURN actual;
END
$$;

-- One holder per store, scope and day; scope PRIMARY is the primary operator (domain-rules §3.3, G4).
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_no_overlap"
  EXCLUDE USING gist ("store_id" WITH =, "scope" WITH =, "period" WITH &&);

ALTER TABLE "provider" ADD CONSTRAINT "provider_deposit_not_negative" CHECK ("deposit_available_minor" >= 0);
ALTER TABLE "report" ADD CONSTRAINT "report_months_positive"
  CHECK ("purchase_months" BETWEEN 1 AND 36 AND "reporting_months" BETWEEN 1 AND 36);
ALTER TABLE "report" ADD CONSTRAINT "report_period_ordered" CHECK ("reporting_end" >= "reporting_start");
ALTER TABLE "report" ADD CONSTRAINT "report_entry_channel" CHECK ("entry_channel" = 'REPORT');
ALTER TABLE "report" ADD CONSTRAINT "report_rounds" CHECK ("rounds" BETWEEN 0 AND "rounds_allowed");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_size" CHECK ("size_bytes" BETWEEN 0 AND 20971520);
