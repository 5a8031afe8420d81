-- What a provider may still answer, and its open bids, counted against its level (domain-rules §8): not what has ended.
CREATE INDEX "opportunity_place_open" ON "opportunity_place"("provider_id", "answer") WHERE open;
DROP INDEX "opportunity_place_open_bids";
