-- CreateIndex
CREATE INDEX "api_application_opened_at_id_idx" ON "api_application"("opened_at", "id");

-- CreateIndex
CREATE INDEX "consultation_opened_at_id_idx" ON "consultation"("opened_at", "id");

-- CreateIndex
CREATE INDEX "loan_request_opened_at_id_idx" ON "loan_request"("opened_at", "id");
