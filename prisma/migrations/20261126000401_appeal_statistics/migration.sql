-- CreateIndex
CREATE INDEX "rating_appeal_quarter_idx" ON "rating_appeal"("quarter");
