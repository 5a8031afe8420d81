-- CreateTable
CREATE TABLE "store_benchmark" (
    "month" DATE NOT NULL,
    "months" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "stores" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_benchmark_pkey" PRIMARY KEY ("month","months","category","currency","tier")
);

-- CreateTable
CREATE TABLE "store_consent" (
    "store_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "granted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "store_consent_pkey" PRIMARY KEY ("store_id","provider_id")
);

-- CreateTable
CREATE TABLE "store_diagnosis" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "provider_id" TEXT,
    "month" DATE,
    "input" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "main" TEXT,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_diagnosis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_plan" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "diagnosis_id" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "module" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "baseline" DOUBLE PRECISION,
    "target" DOUBLE PRECISION,
    "coaching" TEXT NOT NULL,
    "coach_id" TEXT,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "reason" TEXT,
    "wake_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_task" (
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" TEXT,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,

    CONSTRAINT "training_task_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateTable
CREATE TABLE "training_check" (
    "plan_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "effect" DOUBLE PRECISION,
    "peers" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_check_pkey" PRIMARY KEY ("plan_id","day")
);

-- CreateTable
CREATE TABLE "improvement_case" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "signals" TEXT[],
    "state" TEXT NOT NULL,
    "state_seq" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "goals" TEXT,
    "support" TEXT,
    "plan_from" DATE,
    "ground" TEXT,
    "proposed_by" TEXT,
    "decided_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "improvement_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "store_diagnosis_store_id_provider_id_at_idx" ON "store_diagnosis"("store_id", "provider_id", "at");

-- CreateIndex
CREATE INDEX "training_plan_provider_id_state_idx" ON "training_plan"("provider_id", "state");

-- CreateIndex
CREATE INDEX "training_plan_store_id_idx" ON "training_plan"("store_id");

-- CreateIndex
CREATE INDEX "training_plan_wake_at_idx" ON "training_plan"("wake_at");

-- CreateIndex
CREATE INDEX "improvement_case_provider_id_idx" ON "improvement_case"("provider_id");

-- CreateIndex
CREATE INDEX "improvement_case_state_due_at_idx" ON "improvement_case"("state", "due_at");

-- AddForeignKey
ALTER TABLE "training_task" ADD CONSTRAINT "training_task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "training_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_check" ADD CONSTRAINT "training_check_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "training_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was diagnosed is never altered: new figures make a new diagnosis beside it.
CREATE FUNCTION refuse_diagnosis_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: new figures make a new diagnosis', TG_OP, TG_TABLE_NAME USING ERRCODE = 'BB004';
END
$$;

CREATE TRIGGER store_diagnosis_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON "store_diagnosis"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_diagnosis_change();

-- A provider falls behind once at a time; a plan of a store and a problem runs once at a time.
CREATE UNIQUE INDEX "improvement_case_open" ON "improvement_case"("provider_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "training_plan_open" ON "training_plan"("provider_id", "store_id", "problem") WHERE "ended_at" IS NULL;
