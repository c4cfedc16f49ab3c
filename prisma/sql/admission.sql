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

CREATE FUNCTION "admission_only_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "ranking_only_added" BEFORE UPDATE OR DELETE ON "ranking"
  FOR EACH ROW EXECUTE FUNCTION "admission_only_added"();
CREATE TRIGGER "ranking_position_only_added" BEFORE UPDATE OR DELETE ON "ranking_position"
  FOR EACH ROW EXECUTE FUNCTION "admission_only_added"();
CREATE TRIGGER "release_only_added" BEFORE UPDATE OR DELETE ON "release"
  FOR EACH ROW EXECUTE FUNCTION "admission_only_added"();

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
