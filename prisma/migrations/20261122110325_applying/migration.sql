-- AlterTable
ALTER TABLE "application" ADD COLUMN     "erased_at" TIMESTAMPTZ(6),
ADD COLUMN     "withdrawn_from" TEXT;

-- AlterTable
ALTER TABLE "supporting_document" ADD COLUMN     "request_id" UUID,
ADD COLUMN     "scan" TEXT NOT NULL DEFAULT 'not-scanned',
ADD COLUMN     "scan_finding" TEXT,
ADD COLUMN     "scanned_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "information_request" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "asks" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,

    CONSTRAINT "information_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "information_request_application_id_number_key" ON "information_request"("application_id", "number");

-- CreateIndex
CREATE INDEX "supporting_document_request_id_idx" ON "supporting_document"("request_id");

-- AddForeignKey
ALTER TABLE "supporting_document" ADD CONSTRAINT "supporting_document_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_request" ADD CONSTRAINT "information_request_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────────────────────────────────────────────────────────────────────────────────────────
-- By hand: what Prisma has no word for.
-- ─────────────────────────────────────────────────────────────────────────────────────────────────

-- What had been withdrawn before this was kept: only an application that had arrived has a number.
UPDATE "application" SET "withdrawn_from" = CASE WHEN "arrival_number" IS NULL THEN 'draft' ELSE 'submitted' END
  WHERE "state" = 'withdrawn';

ALTER TABLE "application"
  ADD CONSTRAINT "application_withdrawn_from_known"
    CHECK ("withdrawn_from" IN ('draft', 'submitted', 'qualified', 'not-qualified')),
  ADD CONSTRAINT "application_withdrawn_from_somewhere" CHECK (("state" = 'withdrawn') = ("withdrawn_from" IS NOT NULL)),
  ADD CONSTRAINT "application_erases_only_deleted_drafts"
    CHECK ("erased_at" IS NULL OR ("state" = 'withdrawn' AND "withdrawn_from" = 'draft'));

ALTER TABLE "supporting_document"
  ADD CONSTRAINT "supporting_document_scan_known" CHECK ("scan" IN ('not-scanned', 'waiting', 'clean', 'infected')),
  ADD CONSTRAINT "supporting_document_scan_has_time"
    CHECK (("scan" IN ('clean', 'infected')) = ("scanned_at" IS NOT NULL)),
  -- Something infected is never among the documents that are attached.
  ADD CONSTRAINT "supporting_document_infected_is_removed" CHECK ("scan" <> 'infected' OR "removed_at" IS NOT NULL);

ALTER TABLE "information_request"
  ADD CONSTRAINT "information_request_number_from_one" CHECK ("number" >= 1),
  ADD CONSTRAINT "information_request_asks_known" CHECK ("asks" IN ('document', 'answer')),
  ADD CONSTRAINT "information_request_state_known" CHECK ("state" IN ('open', 'answered', 'withdrawn')),
  ADD CONSTRAINT "information_request_has_question" CHECK (btrim("question") <> ''),
  ADD CONSTRAINT "information_request_answered_has_time" CHECK (("state" = 'answered') = ("answered_at" IS NOT NULL)),
  ADD CONSTRAINT "information_request_withdrawn_has_time" CHECK (("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL)),
  ADD CONSTRAINT "information_request_withdrawn_with_reason"
    CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
