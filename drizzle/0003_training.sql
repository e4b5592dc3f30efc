CREATE TABLE "attendance_changes" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"late_minutes" integer NOT NULL,
	"left_early_minutes" integer NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendance_changes_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "attendance_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"network_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"fingerprint" text NOT NULL,
	"cancelled" boolean NOT NULL,
	"sequence" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_entries_network_id_volunteer_id_subject_id_pk" PRIMARY KEY("network_id","volunteer_id","subject_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "letterheads" (
	"network_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"logo_id" text,
	"signatory_name" text NOT NULL,
	"signatory_role" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letterheads_network_id_provider_id_pk" PRIMARY KEY("network_id","provider_id")
);
--> statement-breakpoint
ALTER TABLE "letterheads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "logos" (
	"network_id" uuid NOT NULL,
	"id" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "logos_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "logos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback_given" (
	"network_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	CONSTRAINT "feedback_given_network_id_session_id_volunteer_id_pk" PRIMARY KEY("network_id","session_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "feedback_given" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "material_files" (
	"network_id" uuid NOT NULL,
	"material_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "material_files_network_id_material_id_pk" PRIMARY KEY("network_id","material_id")
);
--> statement-breakpoint
ALTER TABLE "material_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "module_materials" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"module_key" text NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "module_materials_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "module_materials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_feedbacks" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"face" integer NOT NULL,
	"sentence" text,
	"shown_with" text,
	CONSTRAINT "session_feedbacks_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "session_feedbacks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_bookings" (
	"network_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_bookings_network_id_session_id_volunteer_id_pk" PRIMARY KEY("network_id","session_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "session_bookings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personal_links" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"session_id" uuid,
	"course_id" uuid,
	"token_hash" text NOT NULL,
	"token_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "personal_links_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "personal_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sent_reminders" (
	"network_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sent_reminders_network_id_subject_id_volunteer_id_kind_starts_at_pk" PRIMARY KEY("network_id","subject_id","volunteer_id","kind","starts_at")
);
--> statement-breakpoint
ALTER TABLE "sent_reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stammtisch_topics" (
	"network_id" uuid NOT NULL,
	"stammtisch_id" uuid NOT NULL,
	"topic_key" text NOT NULL,
	CONSTRAINT "stammtisch_topics_network_id_stammtisch_id_topic_key_pk" PRIMARY KEY("network_id","stammtisch_id","topic_key")
);
--> statement-breakpoint
ALTER TABLE "stammtisch_topics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "certificates_number";--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "curriculum_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "reminders_stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "holiday_region" text DEFAULT 'DE' NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "late_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "left_early_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "source" text DEFAULT 'tapped' NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "kind" text DEFAULT 'course' NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "valid_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "registration_opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "registration_closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "offer_hours" integer DEFAULT 48 NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "purpose" text DEFAULT 'course' NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "is_standard" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "topic_key" text;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "unit_minutes" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "min_hours_percent" integer DEFAULT 75 NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "certificate_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "validity_months" integer;--> statement-breakpoint
ALTER TABLE "curricula" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "curriculum_modules" ADD COLUMN "language" text DEFAULT 'de' NOT NULL;--> statement-breakpoint
ALTER TABLE "curriculum_modules" ADD COLUMN "compulsory" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "curriculum_modules" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "offer_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "lapsed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_changes" ADD CONSTRAINT "attendance_changes_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letterheads" ADD CONSTRAINT "letterheads_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_files" ADD CONSTRAINT "material_files_network_id_material_id_module_materials_network_id_id_fk" FOREIGN KEY ("network_id","material_id") REFERENCES "public"."module_materials"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_materials" ADD CONSTRAINT "module_materials_network_id_course_id_courses_network_id_id_fk" FOREIGN KEY ("network_id","course_id") REFERENCES "public"."courses"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_feedbacks" ADD CONSTRAINT "session_feedbacks_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_bookings" ADD CONSTRAINT "session_bookings_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_bookings" ADD CONSTRAINT "session_bookings_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_links" ADD CONSTRAINT "personal_links_network_id_course_id_courses_network_id_id_fk" FOREIGN KEY ("network_id","course_id") REFERENCES "public"."courses"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_reminders" ADD CONSTRAINT "sent_reminders_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stammtisch_topics" ADD CONSTRAINT "stammtisch_topics_network_id_stammtisch_id_stammtische_network_id_id_fk" FOREIGN KEY ("network_id","stammtisch_id") REFERENCES "public"."stammtische"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_changes_session" ON "attendance_changes" USING btree ("network_id","session_id","changed_at");--> statement-breakpoint
CREATE INDEX "module_materials_course" ON "module_materials" USING btree ("network_id","course_id");--> statement-breakpoint
CREATE INDEX "session_feedbacks_session" ON "session_feedbacks" USING btree ("network_id","session_id");--> statement-breakpoint
CREATE INDEX "session_bookings_volunteer" ON "session_bookings" USING btree ("network_id","volunteer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "personal_links_token" ON "personal_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "personal_links_volunteer" ON "personal_links" USING btree ("network_id","volunteer_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_number" ON "certificates" USING btree ("network_id","number","version");--> statement-breakpoint
CREATE POLICY "tenant" ON "attendance_changes" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "calendar_entries" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "letterheads" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "logos" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "feedback_given" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "material_files" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "module_materials" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "session_feedbacks" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "session_bookings" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "personal_links" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lookup" ON "personal_links" AS PERMISSIVE FOR SELECT TO public USING (token_hash = (select nullif(current_setting('app.lookup_hash', true), '')));--> statement-breakpoint
CREATE POLICY "tenant" ON "sent_reminders" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "stammtisch_topics" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));