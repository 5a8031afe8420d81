-- AlterTable
ALTER TABLE "rating_cycle" ADD COLUMN     "badged_at" TIMESTAMPTZ(3);

-- What was published before has no badges, and is not gone through again.
UPDATE "rating_cycle" SET "badged_at" = "published_at";

-- CreateTable
CREATE TABLE "rating_badge" (
    "provider_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "score" DECIMAL(5,2) NOT NULL,
    "stores" INTEGER NOT NULL,
    "store_months" DECIMAL(10,2) NOT NULL,

    CONSTRAINT "rating_badge_pkey" PRIMARY KEY ("provider_id","quarter","category")
);
