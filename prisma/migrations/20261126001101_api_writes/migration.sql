-- CreateTable
CREATE TABLE "api_write" (
    "application_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "answer" TEXT,

    CONSTRAINT "api_write_pkey" PRIMARY KEY ("application_id","mode","key")
);

-- CreateIndex
CREATE INDEX "api_write_started_at_idx" ON "api_write"("started_at");

-- CreateIndex
CREATE INDEX "report_provider_id_created_at_id_idx" ON "report"("provider_id", "created_at", "id");
-- CreateTable
CREATE TABLE "api_sandbox" (
    "application_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sample" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_sandbox_pkey" PRIMARY KEY ("application_id")
);
