-- What stood on the provider for the same purpose before.
DROP TRIGGER provider_rating_inserted ON "provider_rating";
DROP TRIGGER provider_rating_updated ON "provider_rating";
DROP FUNCTION keep_provisional();
DROP INDEX "provider_provisional_categories";
DROP INDEX "provider_rating_newcomers";
DROP INDEX "provider_rating_published";
ALTER TABLE "provider" DROP COLUMN "provisional";

-- CreateTable
CREATE TABLE "candidacy" (
    "provider_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "scopes" INTEGER NOT NULL,
    "newcomer" BOOLEAN NOT NULL,
    "worth" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "recognised_until" DATE NOT NULL,

    CONSTRAINT "candidacy_pkey" PRIMARY KEY ("provider_id","category")
);

-- CreateIndex
CREATE INDEX "candidacy_category_scopes_newcomer_worth_idx" ON "candidacy"("category", "scopes", "newcomer", "worth" DESC);

-- The one place that says what a candidacy is. Whoever is barred or suspended, or offers nothing, has none.
CREATE FUNCTION candidacies_of(ids text[]) RETURNS SETOF "candidacy" LANGUAGE sql STABLE AS $$
  SELECT p.id, c.category, o.scopes, coalesce(k.level, 'P') = 'P' OR k.scored_cycles < 2,
    CASE WHEN k.published IS NULL OR k.level = 'P' THEN 2000
      ELSE (least(greatest(k.published - 40, 0), 50) * 100)::int END,
    coalesce(k.level, 'P'), p.recognised_until
  FROM unnest(ids) given(id)
  JOIN provider p ON p.id = given.id AND p.barred_at IS NULL
  LEFT JOIN provider_rating k ON k.provider_id = p.id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN bool_or(i.scope = 'FULL') THEN 255 ELSE bit_or(1 << array_position(
      '[0:6]={OPERATIONS,CUSTOMER_SERVICE,MARKETING,DESIGN,WAREHOUSE_LOGISTICS,LIVE_CONTENT,TECHNOLOGY}'::text[],
      i.scope)) END AS scopes
    FROM service_item i WHERE i.provider_id = p.id AND i.offered) o
  CROSS JOIN LATERAL (SELECT DISTINCT category FROM unnest(p.categories) category) c
  WHERE k.suspended_at IS NULL AND o.scopes IS NOT NULL
$$;

CREATE FUNCTION renew_candidacies(ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two changes of one provider wait for each other here, so that the later one reads what the earlier one wrote.
  PERFORM FROM provider WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM candidacy WHERE provider_id = ANY(ids);
  INSERT INTO candidacy SELECT * FROM candidacies_of(ids);
END
$$;

-- Kept beside what it follows from, so that no way of writing that can forget it; a whole publication is one renewal.
CREATE FUNCTION keep_candidacies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_candidacies(array_agg(DISTINCT provider_id)) FROM written HAVING count(*) > 0;
  RETURN NULL;
END
$$;

-- A provider is updated for much else.
CREATE FUNCTION keep_candidacies_of_provider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM renew_candidacies(array_agg(w.id)) FROM written w JOIN before b ON b.id = w.id
    WHERE (w.categories, w.barred_at, w.recognised_until) IS DISTINCT FROM (b.categories, b.barred_at, b.recognised_until)
    HAVING count(*) > 0;
  RETURN NULL;
END
$$;

-- An inserted provider has no items yet, and so no candidacy.
CREATE TRIGGER provider_candidacies AFTER UPDATE ON "provider"
  REFERENCING OLD TABLE AS before NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies_of_provider();

CREATE TRIGGER service_item_inserted AFTER INSERT ON "service_item"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();
CREATE TRIGGER service_item_updated AFTER UPDATE ON "service_item"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();
CREATE TRIGGER service_item_deleted AFTER DELETE ON "service_item"
  REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();

CREATE TRIGGER provider_rating_inserted AFTER INSERT ON "provider_rating"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();
CREATE TRIGGER provider_rating_updated AFTER UPDATE ON "provider_rating"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();
CREATE TRIGGER provider_rating_deleted AFTER DELETE ON "provider_rating"
  REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_candidacies();

INSERT INTO "candidacy" SELECT * FROM candidacies_of(ARRAY(SELECT "id" FROM "provider"));
