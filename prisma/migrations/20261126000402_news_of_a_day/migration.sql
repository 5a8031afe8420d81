-- News of an item and a reminder of it may come on one day; both count towards the receiver's day.
DROP INDEX "reminder_once_a_day";
CREATE UNIQUE INDEX "reminder_once_a_day" ON "reminder"("receiver", "sent_on", "object")
  WHERE "sent_on" IS NOT NULL AND "rung" NOT LIKE 'told.%';
CREATE INDEX "reminder_news_of_a_day" ON "reminder"("receiver", "sent_on")
  WHERE "sent_on" IS NOT NULL AND "rung" LIKE 'told.%';
