-- CreateTable
CREATE TABLE "open_page" (
    "principal_id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_page_pkey" PRIMARY KEY ("principal_id","handle","form","page")
);

-- CreateTable
CREATE TABLE "platform_note" (
    "platform" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_note_pkey" PRIMARY KEY ("platform","name")
);

-- CreateIndex
CREATE INDEX "open_page_updated_at_idx" ON "open_page"("updated_at");
