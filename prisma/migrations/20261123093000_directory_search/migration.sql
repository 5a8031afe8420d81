-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "search_keys" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN "search_name" TEXT NOT NULL DEFAULT '';

-- What to search is written by src/directory/search, because pg_trgm finds no Chinese letter in a database whose
-- collation is "C". Stores and providers are searched apart.
CREATE INDEX "organisation_search_providers" ON "organisation" USING gin ("search_keys") WHERE "kind" = 'PROVIDER';
CREATE INDEX "organisation_search_stores" ON "organisation" USING gin ("search_keys") WHERE "kind" = 'STORE';
