-- Counters of attempts: they count for minutes, so nobody should wait at every form until they are safe on
-- disk. After a crash of the database they begin anew.
ALTER TABLE "rate_limit" SET UNLOGGED;

-- CreateIndex
CREATE INDEX "workplace_organisation_number_idx" ON "workplace"("organisation_number");
