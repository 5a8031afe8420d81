-- CreateTable
CREATE TABLE "audit_anchor_head" (
    "day" DATE NOT NULL,
    "object_type" TEXT COLLATE "C" NOT NULL,
    "object_id" TEXT COLLATE "C" NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_anchor_head_pkey" PRIMARY KEY ("day","object_type","object_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_anchor_head_object_type_object_id_seq_key" ON "audit_anchor_head"("object_type", "object_id", "seq");

CREATE TRIGGER audit_anchor_head_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_anchor_head"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
