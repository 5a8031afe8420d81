-- What the weekly digest counts: time by its length, and everything that happened within a few weeks.

ALTER TABLE "transition" ADD COLUMN     "own_minutes" INTEGER;

CREATE INDEX "transition_at_idx" ON "transition"("at");
