-- ── enrollment ──────────────────────────────────────────────────────────────────────────────
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
CREATE FUNCTION "enrollment_slip_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed enrollment slip never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "enrollment_slip_is_final" BEFORE UPDATE OR DELETE ON "enrollment_slip"
  FOR EACH ROW EXECUTE FUNCTION "enrollment_slip_is_final"();

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
