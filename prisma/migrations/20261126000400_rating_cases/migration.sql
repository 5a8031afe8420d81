-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "store_id" TEXT;

-- AlterTable
ALTER TABLE "store" ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "closed_reason" TEXT;

-- CreateTable
CREATE TABLE "incident_answer" (
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_answer_pkey" PRIMARY KEY ("incident_id","number")
);

-- CreateTable
CREATE TABLE "rating_suspension" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "suspended_by" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "lift_reason" TEXT,

    CONSTRAINT "rating_suspension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rating_suspension_provider_id_suspended_at_idx" ON "rating_suspension"("provider_id", "suspended_at");

-- CreateIndex
CREATE INDEX "incident_store_id_opened_at_idx" ON "incident"("store_id", "opened_at");

-- What waits for a verdict, oldest first, of everybody or of one provider.
CREATE INDEX "incident_open" ON "incident"("opened_at", "id") WHERE "verdict" IS NULL;
CREATE INDEX "incident_open_of" ON "incident"("provider_id", "severity") WHERE "verdict" IS NULL;

-- One suspension of a provider stands at a time.
CREATE UNIQUE INDEX "rating_suspension_standing" ON "rating_suspension"("provider_id") WHERE "lifted_at" IS NULL;
