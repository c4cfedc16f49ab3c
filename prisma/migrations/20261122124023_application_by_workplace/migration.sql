-- CreateIndex
CREATE INDEX "application_workplace_id_idx" ON "application"("workplace_id");
