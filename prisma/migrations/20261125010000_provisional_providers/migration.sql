-- AlterTable
ALTER TABLE "provider" ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT true;

UPDATE "provider" p SET "provisional" = false FROM "provider_rating" k
  WHERE k."provider_id" = p."id" AND k."published" IS NOT NULL AND k."level" <> 'P';

-- Kept here, beside what it follows from, so that no way of writing a rating can forget it.
CREATE FUNCTION keep_provisional() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "provider" p SET "provisional" = n."published" IS NULL OR n."level" = 'P'
    FROM written n
    WHERE p."id" = n."provider_id" AND p."provisional" <> (n."published" IS NULL OR n."level" = 'P');
  RETURN NULL;
END
$$;

CREATE TRIGGER provider_rating_inserted AFTER INSERT ON "provider_rating"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_provisional();
CREATE TRIGGER provider_rating_updated AFTER UPDATE ON "provider_rating"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_provisional();

-- A recommendation asks for the provisional of a category, and for newcomers from the best published down.
CREATE INDEX "provider_provisional_categories" ON "provider" USING GIN ("categories") WHERE "provisional";
CREATE INDEX "provider_rating_newcomers" ON "provider_rating"("published" DESC, "provider_id")
  WHERE "published" IS NOT NULL AND "scored_cycles" < 2;
