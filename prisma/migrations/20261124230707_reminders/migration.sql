-- CreateTable
CREATE TABLE "reminder" (
    "object" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "delivery" TEXT,
    "sent_on" DATE,
    "people" INTEGER,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("object","state_seq","rung","receiver")
);

-- CreateTable
CREATE TABLE "reminder_quiet" (
    "object" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "receiver" TEXT NOT NULL,
    "snoozes" INTEGER NOT NULL DEFAULT 0,
    "snoozed_until" TIMESTAMPTZ(3),
    "on_it_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_quiet_pkey" PRIMARY KEY ("object","state_seq","receiver")
);

-- CreateTable
CREATE TABLE "reminder_desk" (
    "receiver" TEXT NOT NULL,
    "claimed_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_desk_pkey" PRIMARY KEY ("receiver")
);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "retried_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "provider_recognised_until_idx" ON "provider"("recognised_until");

-- CreateIndex
CREATE INDEX "provider_deposit_available_minor_idx" ON "provider"("deposit_available_minor");

-- CreateIndex
CREATE INDEX "qualification_valid_until_idx" ON "qualification"("valid_until");

-- The sweep asks for nothing but what is due; Prisma cannot say which rows an index is for.
CREATE INDEX "reminder_due" ON "reminder"("due_at") WHERE "settled_at" IS NULL;
CREATE INDEX "reminder_waiting" ON "reminder"("receiver", "due_at") WHERE "settled_at" IS NULL AND "receiver" <> '*';

-- One message for an item, a person and a day.
CREATE UNIQUE INDEX "reminder_once_a_day" ON "reminder"("receiver", "sent_on", "object") WHERE "sent_on" IS NOT NULL;

-- Which reminders a message carried.
CREATE INDEX "reminder_delivery" ON "reminder"("delivery") WHERE "delivery" IS NOT NULL;

-- How much each reviewer has in hand.
CREATE INDEX "report_in_hand" ON "report"("assigned_to") WHERE "state" IN ('STAFF_REVIEW', 'INFO_REQUESTED');

-- What must be computed again when a year's notice arrives.
CREATE INDEX "report_estimated" ON "report"("id") WHERE "deadline_estimated";

-- What was recorded and never confirmed.
CREATE INDEX "delivery_unconfirmed" ON "delivery"("recorded_at") WHERE "sent_at" IS NULL AND "failed_at" IS NULL;
