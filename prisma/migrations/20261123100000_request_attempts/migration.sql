-- A request that keeps failing is set aside after some tries, where a lead sees it.

-- AlterTable
ALTER TABLE "incoming"
  ADD COLUMN "tried_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "failure" TEXT,
  ADD COLUMN "dead_at" TIMESTAMPTZ(3);

ALTER TABLE "incoming" ALTER COLUMN "tried_at" DROP DEFAULT;

-- DropIndex
DROP INDEX "incoming_done_at_received_at_idx";

-- CreateIndex
CREATE INDEX "incoming_done_at_tried_at_idx" ON "incoming"("done_at", "tried_at");
