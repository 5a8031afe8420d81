-- CreateTable
CREATE TABLE "opportunity" (
    "id" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "store_id" TEXT,
    "category" TEXT NOT NULL,
    "scopes" TEXT[],
    "markets" TEXT[],
    "languages" TEXT[],
    "band" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "answer_until" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "confidential" BOOLEAN NOT NULL,
    "details" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "posted_by" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "winner" TEXT,
    "reason" TEXT,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity_slate" (
    "opportunity_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "close" JSONB NOT NULL,

    CONSTRAINT "opportunity_slate_pkey" PRIMARY KEY ("opportunity_id","round")
);

-- CreateTable
CREATE TABLE "opportunity_place" (
    "opportunity_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "place" INTEGER,
    "because" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "published" DECIMAL(5,2),
    "stores" INTEGER NOT NULL,
    "store_months" DECIMAL(10,2) NOT NULL,
    "fit" DECIMAL(5,4) NOT NULL,
    "match" DECIMAL(5,4) NOT NULL,
    "parts" JSONB NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "opportunity_place_pkey" PRIMARY KEY ("opportunity_id","provider_id")
);

-- CreateTable
CREATE TABLE "docking_meeting" (
    "id" TEXT NOT NULL,
    "opportunity_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "offered_by" TEXT NOT NULL,
    "offerer" TEXT NOT NULL,
    "times" TIMESTAMPTZ(3)[],
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "agreed_time" TIMESTAMPTZ(3),
    "agreed_by" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "docking_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_profile" (
    "provider_id" TEXT NOT NULL,
    "markets" TEXT[],
    "languages" TEXT[],
    "bands" TEXT[],
    "exclusive" TEXT[],
    "version" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_profile_pkey" PRIMARY KEY ("provider_id")
);

-- CreateIndex
CREATE INDEX "opportunity_state_due_at_idx" ON "opportunity"("state", "due_at");

-- CreateIndex
CREATE INDEX "opportunity_wake_at_idx" ON "opportunity"("wake_at");

-- CreateIndex
CREATE INDEX "opportunity_store_id_idx" ON "opportunity"("store_id");

-- CreateIndex
CREATE INDEX "opportunity_slate_category_made_at_idx" ON "opportunity_slate"("category", "made_at");

-- CreateIndex
CREATE INDEX "opportunity_place_provider_id_listed_at_idx" ON "opportunity_place"("provider_id", "listed_at");

-- CreateIndex
CREATE INDEX "opportunity_place_category_listed_at_idx" ON "opportunity_place"("category", "listed_at");

-- CreateIndex
CREATE INDEX "opportunity_place_listed_at_idx" ON "opportunity_place"("listed_at");

-- CreateIndex
CREATE UNIQUE INDEX "docking_meeting_opportunity_id_provider_id_key" ON "docking_meeting"("opportunity_id", "provider_id");

-- AddForeignKey
ALTER TABLE "opportunity_slate" ADD CONSTRAINT "opportunity_slate_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_place" ADD CONSTRAINT "opportunity_place_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "docking_meeting" ADD CONSTRAINT "docking_meeting_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A provider's open bids, counted against its level (domain-rules §8).
CREATE INDEX "opportunity_place_open_bids" ON "opportunity_place"("provider_id") WHERE open AND answer = 'INTERESTED';
