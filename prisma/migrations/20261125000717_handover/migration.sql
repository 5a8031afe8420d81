-- CreateTable
CREATE TABLE "handover_item" (
    "report_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,
    "finding_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("report_id","item")
);

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
