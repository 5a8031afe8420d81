-- What somebody of the staff has in hand.
CREATE INDEX "consultation_in_hand" ON "consultation"("assigned_to") WHERE "deadline_at" IS NOT NULL;
CREATE INDEX "loan_request_in_hand" ON "loan_request"("assigned_to") WHERE "deadline_at" IS NOT NULL;
CREATE INDEX "api_application_in_hand" ON "api_application"("assigned_to") WHERE "deadline_at" IS NOT NULL;
