CREATE TABLE "mentor_changes" (
	"network_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "mentor_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"volunteer_id" uuid,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"pruned" boolean DEFAULT false NOT NULL,
	CONSTRAINT "mentor_changes_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentor_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "mentor_changes_transaction" ON "mentor_changes" USING btree ("network_id","transaction");--> statement-breakpoint
CREATE POLICY "tenant" ON "mentor_changes" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE FUNCTION "note_mentor_changes"("network" uuid, "volunteers" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	is_due boolean;
BEGIN
	WITH written AS (
		INSERT INTO public.mentor_changes (network_id, volunteer_id)
		SELECT DISTINCT network, volunteer FROM unnest(volunteers) AS volunteer
		RETURNING id
	) SELECT bool_or(id % 1000 = 0) INTO is_due FROM written;
	-- Now and then, what is older than a day becomes one entry: whoever has not looked since then reads everybody anew.
	IF is_due THEN
		WITH old AS (
			SELECT id, transaction FROM public.mentor_changes
			WHERE network_id = network AND changed_at < clock_timestamp() - interval '1 day'
			FOR UPDATE SKIP LOCKED
		), gone AS (
			DELETE FROM public.mentor_changes c USING old WHERE c.network_id = network AND c.id = old.id
		)
		INSERT INTO public.mentor_changes (network_id, transaction, pruned)
		SELECT network, transaction, true FROM old ORDER BY transaction DESC LIMIT 1;
	END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_changed_volunteers"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	changed record;
BEGIN
	FOR changed IN SELECT network_id, array_agg(id) AS ids FROM changed_rows GROUP BY network_id LOOP
		PERFORM public.note_mentor_changes(changed.network_id, changed.ids);
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_changed_loads"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	changed record;
BEGIN
	FOR changed IN SELECT network_id, array_agg(volunteer_id) AS ids FROM changed_rows GROUP BY network_id LOOP
		PERFORM public.note_mentor_changes(changed.network_id, changed.ids);
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_changed_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	changed record;
BEGIN
	FOR changed IN SELECT DISTINCT network_id FROM changed_rows LOOP
		PERFORM public.note_mentor_changes(changed.network_id, ARRAY[NULL]::uuid[]);
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_changed_network"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM public.note_mentor_changes(NEW.id, ARRAY[NULL]::uuid[]);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "note_inserted" AFTER INSERT ON "volunteers" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_volunteers();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE ON "volunteers" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_volunteers();--> statement-breakpoint
CREATE TRIGGER "note_deleted" AFTER DELETE ON "volunteers" REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_volunteers();--> statement-breakpoint
CREATE TRIGGER "note_inserted" AFTER INSERT ON "proposals" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE ON "proposals" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_deleted" AFTER DELETE ON "proposals" REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_inserted" AFTER INSERT ON "tandems" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE ON "tandems" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_deleted" AFTER DELETE ON "tandems" REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_loads();--> statement-breakpoint
CREATE TRIGGER "note_inserted" AFTER INSERT ON "districts" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE ON "districts" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_deleted" AFTER DELETE ON "districts" REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_inserted" AFTER INSERT ON "declaration_texts" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE ON "declaration_texts" REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_deleted" AFTER DELETE ON "declaration_texts" REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rules();--> statement-breakpoint
CREATE TRIGGER "note_updated" AFTER UPDATE OF "name", "weights", "weights_version", "time_zone" ON "networks" FOR EACH ROW EXECUTE FUNCTION note_changed_network();
