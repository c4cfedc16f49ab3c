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

-- ─────────────────────────────────────────────────────────────────────────────────────────────────
-- From here on by hand: the rules that Prisma has no word for. The use cases check them first and
-- answer in words; these are the last line, for the path that somebody forgets.
-- ─────────────────────────────────────────────────────────────────────────────────────────────────

-- Words and shapes

ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_locale_known" CHECK ("locale" IN ('nb', 'nn', 'en'));

ALTER TABLE "role_grant"
  ADD CONSTRAINT "role_grant_role_known" CHECK ("role" IN ('admin', 'officer', 'assessor', 'finance', 'reader'));
CREATE UNIQUE INDEX "role_grant_once_at_a_time" ON "role_grant" ("user_id", "role") WHERE "revoked_at" IS NULL;

ALTER TABLE "audit_event"
  ADD CONSTRAINT "audit_event_actor_known" CHECK ("actor_kind" IN ('person', 'system')),
  ADD CONSTRAINT "audit_event_person_has_id" CHECK (("actor_kind" = 'person') = ("actor_id" IS NOT NULL));

ALTER TABLE "letter"
  ADD CONSTRAINT "letter_locale_known" CHECK ("locale" IN ('nb', 'nn', 'en')),
  ADD CONSTRAINT "letter_status_known" CHECK ("status" IN ('queued', 'sent')),
  ADD CONSTRAINT "letter_sent_has_time" CHECK (("status" = 'sent') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "letter_sent_keeps_no_secret" CHECK ("status" <> 'sent' OR "sealed_secret" IS NULL);

ALTER TABLE "eligibility_category"
  ADD CONSTRAINT "eligibility_category_requirement_known"
    CHECK ("requirement" IN ('profession', 'profession-with-experience', 'work-and-courses')),
  ADD CONSTRAINT "eligibility_category_number_positive" CHECK ("number" > 0);

ALTER TABLE "cohort"
  ADD CONSTRAINT "cohort_state_known"
    CHECK ("state" IN ('planned', 'open', 'assessing', 'admitting', 'running', 'completed', 'cancelled')),
  ADD CONSTRAINT "cohort_window_in_order" CHECK ("opens_on" <= "application_deadline"),
  ADD CONSTRAINT "cohort_capacity_positive" CHECK ("capacity" > 0),
  ADD CONSTRAINT "cohort_minimum_within_capacity" CHECK ("minimum_participants" BETWEEN 0 AND "capacity"),
  ADD CONSTRAINT "cohort_prices_sound" CHECK ("early_bird_price" BETWEEN 0 AND "ordinary_price"),
  ADD CONSTRAINT "cohort_early_bird_places_sound" CHECK ("early_bird_places" >= 0),
  ADD CONSTRAINT "cohort_counters_sound" CHECK ("last_arrival_number" >= 0 AND "last_enrollment_ordinal" >= 0);

ALTER TABLE "gathering"
  ADD CONSTRAINT "gathering_number_positive" CHECK ("number" > 0);

ALTER TABLE "session"
  ADD CONSTRAINT "session_times_sound"
    CHECK ("starts_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "ends_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "starts_at" < "ends_at");

ALTER TABLE "workplace"
  ADD CONSTRAINT "workplace_organisation_number_shape" CHECK ("organisation_number" ~ '^[0-9]{9}$');

ALTER TABLE "anchoring"
  ADD CONSTRAINT "anchoring_in_order" CHECK ("to" IS NULL OR "from" <= "to"),
  ADD CONSTRAINT "anchoring_evidence_given" CHECK (btrim("evidence") <> ''),
  ADD CONSTRAINT "anchoring_withdrawn_with_reason" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));

ALTER TABLE "application"
  ADD CONSTRAINT "application_state_known"
    CHECK ("state" IN ('draft', 'submitted', 'qualified', 'not-qualified', 'withdrawn')),
  ADD CONSTRAINT "application_arrival_whole" CHECK (("received_at" IS NULL) = ("arrival_number" IS NULL)),
  ADD CONSTRAINT "application_draft_has_not_arrived" CHECK ("state" <> 'draft' OR "arrival_number" IS NULL),
  ADD CONSTRAINT "application_submitted_has_arrived"
    CHECK ("state" NOT IN ('submitted', 'qualified', 'not-qualified') OR "arrival_number" IS NOT NULL),
  ADD CONSTRAINT "application_arrival_positive" CHECK ("arrival_number" > 0),
  ADD CONSTRAINT "application_withdrawn_has_time" CHECK (("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL));
-- Rule 4: one application for each applicant and cohort that is not withdrawn.
CREATE UNIQUE INDEX "application_one_for_each_applicant" ON "application" ("cohort_id", "applicant_id")
  WHERE "state" <> 'withdrawn';

ALTER TABLE "application_revision"
  ADD CONSTRAINT "application_revision_number_positive" CHECK ("number" > 0);

ALTER TABLE "supporting_document"
  ADD CONSTRAINT "supporting_document_purpose_known" CHECK ("documents" IN ('education', 'work', 'course', 'other')),
  ADD CONSTRAINT "supporting_document_media_type_known"
    CHECK ("media_type" IN ('application/pdf', 'image/jpeg', 'image/png')),
  ADD CONSTRAINT "supporting_document_size_sound" CHECK ("size" BETWEEN 1 AND 10485760),
  ADD CONSTRAINT "supporting_document_sha256_shape" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- Rows that are only ever added (rules 3 and 18)

CREATE FUNCTION "rows_only_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "audit_event_only_added" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();
CREATE TRIGGER "audit_event_not_emptied" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "rows_only_added"();
CREATE TRIGGER "application_revision_only_added" BEFORE UPDATE OR DELETE ON "application_revision"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();

-- ───────────────────────────── assessment ─────────────────────────────

ALTER TABLE "conclusion"
  ADD CONSTRAINT "conclusion_outcome_known" CHECK ("outcome" IN ('qualified', 'not-qualified')),
  ADD CONSTRAINT "conclusion_has_reason" CHECK (length(btrim("reason")) > 0);

-- One conclusion stands for an application; the earlier ones are kept with the moment they were replaced.
CREATE UNIQUE INDEX "conclusion_one_stands" ON "conclusion" ("application_id") WHERE "replaced_at" IS NULL;

-- A conclusion never changes: it can only be replaced, once.
CREATE FUNCTION "conclusion_only_replaced"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR OLD."replaced_at" IS NOT NULL
     OR NEW."replaced_at" IS NULL
     OR to_jsonb(NEW) - 'replaced_at' IS DISTINCT FROM to_jsonb(OLD) - 'replaced_at' THEN
    RAISE EXCEPTION 'a conclusion is kept as it was made' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "conclusion_only_replaced" BEFORE UPDATE OR DELETE ON "conclusion"
  FOR EACH ROW EXECUTE FUNCTION "conclusion_only_replaced"();

-- ───────────────────────────── admission: ranking and release ─────────────────────────────

ALTER TABLE "ranking_position"
  ADD CONSTRAINT "ranking_position_from_one" CHECK ("position" >= 1),
  ADD CONSTRAINT "ranking_position_class_from_one" CHECK ("priority_class" >= 1);

ALTER TABLE "ranking_override"
  ADD CONSTRAINT "ranking_override_from_one" CHECK ("to_position" >= 1),
  ADD CONSTRAINT "ranking_override_has_reason" CHECK (length(btrim("reason")) > 0);

-- A new move of the same application withdraws the one before it; both rows are kept.
CREATE UNIQUE INDEX "ranking_override_one_counts" ON "ranking_override" ("application_id") WHERE "withdrawn_at" IS NULL;

CREATE TRIGGER "ranking_only_added" BEFORE UPDATE OR DELETE ON "ranking"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();
CREATE TRIGGER "ranking_position_only_added" BEFORE UPDATE OR DELETE ON "ranking_position"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();
CREATE TRIGGER "release_only_added" BEFORE UPDATE OR DELETE ON "release"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();

ALTER TABLE "admission_notice"
  ADD CONSTRAINT "admission_notice_kind_known" CHECK ("kind" IN ('waiting-list', 'refusal')),
  ADD CONSTRAINT "admission_notice_number" CHECK (
    CASE "kind"
      WHEN 'waiting-list' THEN "waiting_list_number" IS NOT NULL AND "waiting_list_number" >= 1
      ELSE "waiting_list_number" IS NULL
    END
  );

-- ───────────────────────────── admission: offers and capacity ─────────────────────────────

ALTER TABLE "offer"
  ADD CONSTRAINT "offer_state_known" CHECK ("state" IN ('prepared', 'open', 'accepted', 'declined', 'lapsed', 'revoked')),
  ADD CONSTRAINT "offer_opened_at" CHECK ("state" IN ('prepared', 'revoked') OR "opened_at" IS NOT NULL),
  ADD CONSTRAINT "offer_answered_at" CHECK ("state" NOT IN ('accepted', 'declined') OR "answered_at" IS NOT NULL),
  ADD CONSTRAINT "offer_link_is_a_hash" CHECK ("link_hash" IS NULL OR "link_hash" ~ '^[0-9a-f]{64}$');

-- An application has at most one offer that is not yet over.
CREATE UNIQUE INDEX "offer_one_live" ON "offer" ("application_id") WHERE "state" IN ('prepared', 'open', 'accepted');

-- Rule 9: open offers + enrollments never exceed the capacity, by any path.
ALTER TABLE "cohort"
  ADD CONSTRAINT "cohort_places_within_capacity" CHECK ("places_taken" BETWEEN 0 AND "capacity");

-- An open or accepted offer takes a place.
CREATE FUNCTION "cohort_places_follow_offer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  took boolean := TG_OP <> 'INSERT' AND OLD."state" IN ('open', 'accepted');
  takes boolean := TG_OP <> 'DELETE' AND NEW."state" IN ('open', 'accepted');
BEGIN
  IF TG_OP = 'UPDATE' AND took AND takes AND OLD."cohort_id" = NEW."cohort_id" THEN
    RETURN NULL;
  END IF;
  IF took THEN
    UPDATE "cohort" SET "places_taken" = "places_taken" - 1 WHERE "id" = OLD."cohort_id";
  END IF;
  IF takes THEN
    UPDATE "cohort" SET "places_taken" = "places_taken" + 1 WHERE "id" = NEW."cohort_id";
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "cohort_places_follow_offer" AFTER INSERT OR DELETE OR UPDATE OF "state", "cohort_id" ON "offer"
  FOR EACH ROW EXECUTE FUNCTION "cohort_places_follow_offer"();

-- A cancelled enrollment gives back the place that its accepted offer took; a reactivated one takes it again.
CREATE FUNCTION "cohort_places_follow_enrollment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gave boolean := TG_OP <> 'INSERT' AND OLD."state" = 'cancelled';
  gives boolean := TG_OP <> 'DELETE' AND NEW."state" = 'cancelled';
BEGIN
  IF TG_OP = 'UPDATE' AND gave AND gives AND OLD."cohort_id" = NEW."cohort_id" THEN
    RETURN NULL;
  END IF;
  IF gave THEN
    UPDATE "cohort" SET "places_taken" = "places_taken" + 1 WHERE "id" = OLD."cohort_id";
  END IF;
  IF gives THEN
    UPDATE "cohort" SET "places_taken" = "places_taken" - 1 WHERE "id" = NEW."cohort_id";
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "cohort_places_follow_enrollment" AFTER INSERT OR DELETE OR UPDATE OF "state", "cohort_id" ON "enrollment"
  FOR EACH ROW EXECUTE FUNCTION "cohort_places_follow_enrollment"();

-- ───────────────────────────── enrollment ─────────────────────────────

-- The states of rules/enrollment-states.ts; money is whole øre and never negative; ordinals begin at 1.
ALTER TABLE "enrollment"
  ADD CONSTRAINT "enrollment_state_known" CHECK ("state" IN ('bound', 'cancelled', 'completed')),
  ADD CONSTRAINT "enrollment_price_not_negative" CHECK ("price" >= 0),
  ADD CONSTRAINT "enrollment_currency_known" CHECK ("currency" IN ('NOK')),
  ADD CONSTRAINT "enrollment_ordinal_from_one" CHECK ("ordinal" >= 1);

ALTER TABLE "enrollment_slip"
  ADD CONSTRAINT "enrollment_slip_locale_known" CHECK ("locale" IN ('nb', 'nn', 'en')),
  ADD CONSTRAINT "enrollment_slip_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "enrollment_slip_answers_sha256_form" CHECK ("answers_sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "enrollment_slip_signed" CHECK (btrim("signed_name") <> ''),
  -- PostgreSQL computes the hash itself: a slip whose text and hash disagree cannot be stored.
  ADD CONSTRAINT "enrollment_slip_sha256_true"
    CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));

-- What a person was promised is never rewritten: only the state may change (rule 12), nothing is deleted.
CREATE FUNCTION "enrollment_keeps_promise"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an enrollment is cancelled, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."id", NEW."cohort_id", NEW."application_id", NEW."offer_id", NEW."ordinal", NEW."price",
      NEW."currency", NEW."early_bird", NEW."bound_at")
     IS DISTINCT FROM
     (OLD."id", OLD."cohort_id", OLD."application_id", OLD."offer_id", OLD."ordinal", OLD."price",
      OLD."currency", OLD."early_bird", OLD."bound_at") THEN
    RAISE EXCEPTION 'the ordinal and the price of an enrollment never change'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "enrollment_keeps_promise" BEFORE UPDATE OR DELETE ON "enrollment"
  FOR EACH ROW EXECUTE FUNCTION "enrollment_keeps_promise"();

-- A slip is evidence of what was signed.
CREATE TRIGGER "enrollment_slip_is_final" BEFORE UPDATE OR DELETE ON "enrollment_slip"
  FOR EACH ROW EXECUTE FUNCTION "rows_only_added"();
CREATE TRIGGER "enrollment_slip_not_emptied" BEFORE TRUNCATE ON "enrollment_slip"
  FOR EACH STATEMENT EXECUTE FUNCTION "rows_only_added"();

-- The early-bird price goes to ordinals 1..early_bird_places of the cohort as it is when the slip
-- comes in, and the price is one of the cohort's two. Ordinals are unique per cohort, so no more
-- than that many can have it.
CREATE FUNCTION "enrollment_price_is_cohorts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cohort "cohort"%ROWTYPE;
BEGIN
  SELECT * INTO STRICT cohort FROM "cohort" WHERE "id" = NEW."cohort_id";
  IF NEW."early_bird" <> (NEW."ordinal" <= cohort."early_bird_places")
     OR NEW."currency" <> cohort."currency"
     OR NEW."price" <> (CASE WHEN NEW."early_bird" THEN cohort."early_bird_price"
                             ELSE cohort."ordinary_price" END) THEN
    RAISE EXCEPTION 'enrollment % of the cohort does not pay this price', NEW."ordinal"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "enrollment_price_is_cohorts" BEFORE INSERT ON "enrollment"
  FOR EACH ROW EXECUTE FUNCTION "enrollment_price_is_cohorts"();
