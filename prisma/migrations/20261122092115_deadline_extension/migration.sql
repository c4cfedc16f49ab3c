-- CreateTable
CREATE TABLE "deadline_extension" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "deadline_extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deadline_extension_cohort_id_idx" ON "deadline_extension"("cohort_id");

-- AddForeignKey
ALTER TABLE "deadline_extension" ADD CONSTRAINT "deadline_extension_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_extension" ADD CONSTRAINT "deadline_extension_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────────────────────────────────────────────────────────────────────────────────────────
-- By hand: what Prisma has no word for.
-- ─────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "deadline_extension"
  ADD CONSTRAINT "deadline_extension_has_reason" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "deadline_extension_times_in_order" CHECK ("withdrawn_at" >= "granted_at");

-- One extension stands for each person and cohort; the earlier ones are kept.
CREATE UNIQUE INDEX "deadline_extension_one_stands" ON "deadline_extension" ("cohort_id", "applicant_id")
  WHERE "withdrawn_at" IS NULL;
