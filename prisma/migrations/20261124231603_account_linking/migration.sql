-- AlterTable
ALTER TABLE "chat_account" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "view" TEXT NOT NULL DEFAULT 'report';

-- AlterTable
ALTER TABLE "posted_card" ADD COLUMN     "user_id" TEXT;

-- CreateTable
CREATE TABLE "account_link" (
    "id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "other_platform" TEXT,
    "other_workspace" TEXT,
    "other_user_id" TEXT,
    "other_name" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "other_confirmed_at" TIMESTAMPTZ(3),
    "linked_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unlinked_account" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "unlinked_by" TEXT NOT NULL,
    "unlinked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unlinked_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_click" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "handle_id" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_click_pkey" PRIMARY KEY ("platform","workspace","user_id","handle_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_link_code_hash_key" ON "account_link"("code_hash");

-- CreateIndex
CREATE INDEX "account_link_platform_workspace_user_id_idx" ON "account_link"("platform", "workspace", "user_id");

-- CreateIndex
CREATE INDEX "unlinked_account_platform_workspace_user_id_idx" ON "unlinked_account"("platform", "workspace", "user_id");

-- CreateIndex
CREATE INDEX "unlinked_account_principal_id_idx" ON "unlinked_account"("principal_id");

-- CreateIndex
CREATE INDEX "held_click_held_at_idx" ON "held_click"("held_at");

-- CreateIndex
CREATE INDEX "posted_card_principal_id_idx" ON "posted_card"("principal_id");

-- A lead types a person's name.
CREATE INDEX "principal_display_name_lower" ON "principal"(lower("display_name"));
