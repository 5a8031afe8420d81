-- CreateTable
CREATE TABLE "api_grant" (
    "application_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "scopes" TEXT[],
    "allowed_ips" TEXT[],
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_grant_pkey" PRIMARY KEY ("application_id","mode")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key_link" (
    "token_hash" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "replaces" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "api_grant_provider_id_idx" ON "api_grant"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_application_id_mode_idx" ON "api_key"("application_id", "mode");

-- CreateIndex
CREATE INDEX "api_key_link_application_id_mode_principal_id_idx" ON "api_key_link"("application_id", "mode", "principal_id");

-- CreateIndex
CREATE INDEX "api_key_link_expires_at_idx" ON "api_key_link"("expires_at");
