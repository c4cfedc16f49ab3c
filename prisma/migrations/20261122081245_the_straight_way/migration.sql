-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(6),
    "name" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'nb',
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "form_return" (
    "id" UUID NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "form_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL,
    "granted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_label" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "cohort_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "user_id" UUID,
    "cohort_id" UUID,
    "application_id" UUID,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "sealed_secret" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "queued_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_attachment" (
    "id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "letter_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "mailbox" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eligibility_category" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "requirement" TEXT NOT NULL,
    "minimum_fte_years" INTEGER,

    CONSTRAINT "eligibility_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Europe/Oslo',
    "state" TEXT NOT NULL DEFAULT 'planned',
    "opens_on" DATE NOT NULL,
    "application_deadline" DATE NOT NULL,
    "respond_by" DATE NOT NULL,
    "decision_date" DATE NOT NULL,
    "admission_closes_on" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "minimum_participants" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'NOK',
    "ordinary_price" INTEGER NOT NULL,
    "early_bird_price" INTEGER NOT NULL,
    "early_bird_places" INTEGER NOT NULL,
    "ranking_criteria" TEXT[],
    "place" JSONB NOT NULL,
    "places_taken" INTEGER NOT NULL DEFAULT 0,
    "last_arrival_number" INTEGER NOT NULL DEFAULT 0,
    "last_enrollment_ordinal" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gathering" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "gathering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workplace" (
    "id" UUID NOT NULL,
    "organisation_number" TEXT NOT NULL,
    "employer" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "match_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "workplace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchoring" (
    "id" UUID NOT NULL,
    "workplace_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "evidence" TEXT NOT NULL,
    "verified_by_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,

    CONSTRAINT "anchoring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "cohort_id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "answers" JSONB NOT NULL,
    "applicant_name" TEXT,
    "category_number" INTEGER,
    "workplace_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6),
    "arrival_number" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_revision" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "application_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporting_document" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "documents" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "supporting_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conclusion" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "replaced_at" TIMESTAMPTZ(6),

    CONSTRAINT "conclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ranking" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "criteria" TEXT[],
    "locked_at" TIMESTAMPTZ(6) NOT NULL,
    "locked_by_id" UUID NOT NULL,

    CONSTRAINT "ranking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ranking_position" (
    "id" UUID NOT NULL,
    "ranking_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "priority_class" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "override" JSONB,

    CONSTRAINT "ranking_position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ranking_override" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "to_position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "ranking_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "released_at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'prepared',
    "respond_by" DATE NOT NULL,
    "link_hash" TEXT,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admission_notice" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "waiting_list_number" INTEGER,
    "released_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "admission_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'bound',
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "early_bird" BOOLEAN NOT NULL,
    "bound_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment_slip" (
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "answers_sha256" TEXT NOT NULL,
    "signed_name" TEXT NOT NULL,
    "payer" JSONB NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "enrollment_slip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_session_token_hash_key" ON "sign_in_session"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_session_user_id_idx" ON "sign_in_session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_session_expires_at_idx" ON "sign_in_session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");

-- CreateIndex
CREATE INDEX "form_return_expires_at_idx" ON "form_return"("expires_at");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_id_idx" ON "audit_event"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_cohort_id_id_idx" ON "audit_event"("cohort_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_message_id_key" ON "letter"("message_id");

-- CreateIndex
CREATE INDEX "letter_application_id_queued_at_idx" ON "letter"("application_id", "queued_at");

-- CreateIndex
CREATE INDEX "letter_status_queued_at_idx" ON "letter"("status", "queued_at");

-- CreateIndex
CREATE INDEX "letter_attachment_letter_id_idx" ON "letter_attachment"("letter_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "eligibility_category_programme_id_number_key" ON "eligibility_category"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_programme_id_slug_key" ON "cohort"("programme_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "gathering_cohort_id_number_key" ON "gathering"("cohort_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "session_gathering_id_date_key" ON "session"("gathering_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "workplace_match_key_key" ON "workplace"("match_key");

-- CreateIndex
CREATE INDEX "anchoring_workplace_id_idx" ON "anchoring"("workplace_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_reference_key" ON "application"("reference");

-- CreateIndex
CREATE INDEX "application_applicant_id_idx" ON "application"("applicant_id");

-- CreateIndex
CREATE INDEX "application_cohort_id_state_arrival_number_idx" ON "application"("cohort_id", "state", "arrival_number");

-- CreateIndex
CREATE UNIQUE INDEX "application_cohort_id_arrival_number_key" ON "application"("cohort_id", "arrival_number");

-- CreateIndex
CREATE UNIQUE INDEX "application_revision_application_id_number_key" ON "application_revision"("application_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "supporting_document_storage_key_key" ON "supporting_document"("storage_key");

-- CreateIndex
CREATE INDEX "supporting_document_application_id_idx" ON "supporting_document"("application_id");

-- CreateIndex
CREATE INDEX "conclusion_application_id_idx" ON "conclusion"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "ranking_cohort_id_key" ON "ranking"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "ranking_position_ranking_id_position_key" ON "ranking_position"("ranking_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ranking_position_ranking_id_application_id_key" ON "ranking_position"("ranking_id", "application_id");

-- CreateIndex
CREATE INDEX "ranking_override_cohort_id_idx" ON "ranking_override"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_cohort_id_key" ON "release"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "offer_link_hash_key" ON "offer"("link_hash");

-- CreateIndex
CREATE INDEX "offer_cohort_id_state_idx" ON "offer"("cohort_id", "state");

-- CreateIndex
CREATE INDEX "offer_application_id_idx" ON "offer"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "admission_notice_application_id_key" ON "admission_notice"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "admission_notice_cohort_id_waiting_list_number_key" ON "admission_notice"("cohort_id", "waiting_list_number");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_application_id_key" ON "enrollment"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_offer_id_key" ON "enrollment"("offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_cohort_id_ordinal_key" ON "enrollment"("cohort_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_slip_enrollment_id_key" ON "enrollment_slip"("enrollment_id");

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_attachment" ADD CONSTRAINT "letter_attachment_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_category" ADD CONSTRAINT "eligibility_category_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gathering" ADD CONSTRAINT "gathering_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gathering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchoring" ADD CONSTRAINT "anchoring_workplace_id_fkey" FOREIGN KEY ("workplace_id") REFERENCES "workplace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_workplace_id_fkey" FOREIGN KEY ("workplace_id") REFERENCES "workplace"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_revision" ADD CONSTRAINT "application_revision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporting_document" ADD CONSTRAINT "supporting_document_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking" ADD CONSTRAINT "ranking_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_position" ADD CONSTRAINT "ranking_position_ranking_id_fkey" FOREIGN KEY ("ranking_id") REFERENCES "ranking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_position" ADD CONSTRAINT "ranking_position_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_override" ADD CONSTRAINT "ranking_override_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ranking_override" ADD CONSTRAINT "ranking_override_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admission_notice" ADD CONSTRAINT "admission_notice_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admission_notice" ADD CONSTRAINT "admission_notice_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_slip" ADD CONSTRAINT "enrollment_slip_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
