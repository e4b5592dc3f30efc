CREATE TABLE "mentor_requests" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"mentee_id" uuid NOT NULL,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"languages" jsonb NOT NULL,
	"district" text,
	"reach_km" double precision,
	"slots" integer,
	"topics" text[] NOT NULL,
	"interests" text[] NOT NULL,
	"for_whom" text NOT NULL,
	"wishes" jsonb NOT NULL,
	"interpreter_needed" boolean NOT NULL,
	"interpreter_agreed" boolean NOT NULL,
	"involves_minors" boolean NOT NULL,
	"in_reception_centre" boolean NOT NULL,
	"priority" boolean NOT NULL,
	"via" text NOT NULL,
	"import_id" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	CONSTRAINT "mentor_requests_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentor_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposals" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"mentee_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"score" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"volunteer_answered_at" timestamp with time zone,
	"mentee_answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason_sealed" text,
	CONSTRAINT "proposals_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tandems" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"mentee_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"contact_account_id" uuid,
	"first_meeting_at" timestamp with time zone,
	"first_meeting_sealed" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending_reason" text,
	CONSTRAINT "tandems_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "tandems" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"mentee_id" uuid NOT NULL,
	"text_version" integer NOT NULL,
	"locale" text NOT NULL,
	"way" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "consents_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "declaration_texts" (
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"titles" jsonb NOT NULL,
	"paragraphs" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "declaration_texts_network_id_kind_version_pk" PRIMARY KEY("network_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "declaration_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "districts" (
	"network_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"borough" text,
	"lat" double precision,
	"lng" double precision,
	"postal_codes" text[] NOT NULL,
	"neighbours" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "districts_network_id_key_pk" PRIMARY KEY("network_id","key")
);
--> statement-breakpoint
ALTER TABLE "districts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fuehrungszeugnis_entries" (
	"network_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"entry_sealed" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fuehrungszeugnis_entries_network_id_volunteer_id_pk" PRIMARY KEY("network_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "fuehrungszeugnis_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imported_rows" (
	"network_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_hash" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	CONSTRAINT "imported_rows_network_id_provider_id_kind_row_hash_pk" PRIMARY KEY("network_id","provider_id","kind","row_hash")
);
--> statement-breakpoint
ALTER TABLE "imported_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text,
	"cells_sealed" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"created_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "imports_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentees" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"chosen_name" text NOT NULL,
	"locale" text NOT NULL,
	"gender" text,
	"age_band" text,
	"phone_sealed" text,
	"email_sealed" text,
	"other_contact_sealed" text,
	"contact_person_sealed" text,
	"release_phone" boolean NOT NULL,
	"release_email" boolean NOT NULL,
	"protection_sealed" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mentees_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_drafts" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"answers_sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_drafts_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "request_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signed_declarations" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"on_paper" boolean NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "signed_declarations_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "signed_declarations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "terms" (
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"labels" jsonb NOT NULL,
	"icon" text,
	"position" integer NOT NULL,
	CONSTRAINT "terms_network_id_kind_key_pk" PRIMARY KEY("network_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "volunteers" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"status" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text,
	"phone_sealed" text,
	"locale" text NOT NULL,
	"languages" jsonb NOT NULL,
	"district" text,
	"reach_km" double precision,
	"slots" integer,
	"topics" text[] NOT NULL,
	"interests" text[] NOT NULL,
	"gender" text,
	"age_band" text,
	"wishes" jsonb NOT NULL,
	"capacity" integer NOT NULL,
	"release_phone" boolean NOT NULL,
	"release_email" boolean NOT NULL,
	"interviewed_on" date,
	"interview_note_sealed" text,
	"interviewed_by" uuid,
	"secrecy_version" integer,
	"agreement_version" integer,
	"certificate_id" uuid,
	"certificate_override_reason_sealed" text,
	"certificate_override_at" timestamp with time zone,
	"protection_clearance_sealed" text,
	"eligible_since" timestamp with time zone,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "volunteers_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "volunteers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text,
	"totp_secret_sealed" text,
	"totp_confirmed_at" timestamp with time zone,
	"last_totp_step" integer,
	"volunteer_id" uuid,
	"locale" text DEFAULT 'de' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_network_id_id_pk" PRIMARY KEY("network_id","id"),
	CONSTRAINT "accounts_email_lower" CHECK ("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_provider" CHECK ("accounts"."provider_id" is not null or "accounts"."roles" <@ array['admin'])
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activities" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"provider_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_account_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"facts" jsonb NOT NULL,
	"reason_sealed" text,
	CONSTRAINT "activities_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "email_codes" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "email_codes_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "email_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "key_probes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"probe_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"provider_id" uuid,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"payload_sealed" text,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error_code" text,
	CONSTRAINT "mails_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "networks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"imprint" jsonb NOT NULL,
	"privacy" jsonb NOT NULL,
	"regime" text NOT NULL,
	"intake_provider_id" uuid,
	"weights" jsonb NOT NULL,
	"weights_version" integer DEFAULT 1 NOT NULL,
	"time_zone" text DEFAULT 'Europe/Berlin' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "networks_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "networks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "providers" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"regime" text NOT NULL,
	"contact" jsonb NOT NULL,
	CONSTRAINT "providers_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"calls" integer NOT NULL,
	CONSTRAINT "rate_limits_key_hash_window_start_pk" PRIMARY KEY("key_hash","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"mentee_id" uuid,
	"draft_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_network_id_id_pk" PRIMARY KEY("network_id","id"),
	CONSTRAINT "sessions_whose" CHECK (case "sessions"."kind" when 'draft' then "sessions"."draft_id" is not null when 'mentee' then "sessions"."mentee_id" is not null else "sessions"."account_id" is not null end)
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setup_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"network_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"guest" boolean NOT NULL,
	"marked_by" uuid,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_network_id_session_id_volunteer_id_pk" PRIMARY KEY("network_id","session_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "attendances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "certificates" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"curriculum_id" uuid NOT NULL,
	"number" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_sealed" text NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_reason_sealed" text,
	CONSTRAINT "certificates_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "course_sessions" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"module_key" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"cancelled_at" timestamp with time zone,
	"sequence" integer NOT NULL,
	CONSTRAINT "course_sessions_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "course_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "course_trainers" (
	"network_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "course_trainers_network_id_course_id_account_id_pk" PRIMARY KEY("network_id","course_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "course_trainers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "courses" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"curriculum_id" uuid NOT NULL,
	"title" text NOT NULL,
	"places" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "courses_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "courses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "curricula" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "curricula_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "curricula" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "curriculum_modules" (
	"network_id" uuid NOT NULL,
	"curriculum_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"topics" text NOT NULL,
	"hours" double precision NOT NULL,
	CONSTRAINT "curriculum_modules_network_id_curriculum_id_key_pk" PRIMARY KEY("network_id","curriculum_id","key")
);
--> statement-breakpoint
ALTER TABLE "curriculum_modules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrolments" (
	"network_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolments_network_id_course_id_volunteer_id_pk" PRIMARY KEY("network_id","course_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "enrolments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stammtisch_answers" (
	"network_id" uuid NOT NULL,
	"stammtisch_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stammtisch_answers_network_id_stammtisch_id_volunteer_id_pk" PRIMARY KEY("network_id","stammtisch_id","volunteer_id")
);
--> statement-breakpoint
ALTER TABLE "stammtisch_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stammtische" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"topics" text NOT NULL,
	"sequence" integer NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stammtische_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "stammtische" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mentor_requests" ADD CONSTRAINT "mentor_requests_network_id_mentee_id_mentees_network_id_id_fk" FOREIGN KEY ("network_id","mentee_id") REFERENCES "public"."mentees"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_requests" ADD CONSTRAINT "mentor_requests_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_network_id_request_id_mentor_requests_network_id_id_fk" FOREIGN KEY ("network_id","request_id") REFERENCES "public"."mentor_requests"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_network_id_proposal_id_proposals_network_id_id_fk" FOREIGN KEY ("network_id","proposal_id") REFERENCES "public"."proposals"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_network_id_request_id_mentor_requests_network_id_id_fk" FOREIGN KEY ("network_id","request_id") REFERENCES "public"."mentor_requests"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_network_id_mentee_id_mentees_network_id_id_fk" FOREIGN KEY ("network_id","mentee_id") REFERENCES "public"."mentees"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fuehrungszeugnis_entries" ADD CONSTRAINT "fuehrungszeugnis_entries_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_rows" ADD CONSTRAINT "imported_rows_network_id_import_id_imports_network_id_id_fk" FOREIGN KEY ("network_id","import_id") REFERENCES "public"."imports"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_network_id_created_by_accounts_network_id_id_fk" FOREIGN KEY ("network_id","created_by") REFERENCES "public"."accounts"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentees" ADD CONSTRAINT "mentees_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_declarations" ADD CONSTRAINT "signed_declarations_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteers" ADD CONSTRAINT "volunteers_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_codes" ADD CONSTRAINT "email_codes_network_id_account_id_accounts_network_id_id_fk" FOREIGN KEY ("network_id","account_id") REFERENCES "public"."accounts"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_network_id_account_id_accounts_network_id_id_fk" FOREIGN KEY ("network_id","account_id") REFERENCES "public"."accounts"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_network_id_account_id_accounts_network_id_id_fk" FOREIGN KEY ("network_id","account_id") REFERENCES "public"."accounts"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_network_id_session_id_course_sessions_network_id_id_fk" FOREIGN KEY ("network_id","session_id") REFERENCES "public"."course_sessions"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sessions" ADD CONSTRAINT "course_sessions_network_id_course_id_courses_network_id_id_fk" FOREIGN KEY ("network_id","course_id") REFERENCES "public"."courses"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_trainers" ADD CONSTRAINT "course_trainers_network_id_course_id_courses_network_id_id_fk" FOREIGN KEY ("network_id","course_id") REFERENCES "public"."courses"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_trainers" ADD CONSTRAINT "course_trainers_network_id_account_id_accounts_network_id_id_fk" FOREIGN KEY ("network_id","account_id") REFERENCES "public"."accounts"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_network_id_curriculum_id_curricula_network_id_id_fk" FOREIGN KEY ("network_id","curriculum_id") REFERENCES "public"."curricula"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curriculum_modules" ADD CONSTRAINT "curriculum_modules_network_id_curriculum_id_curricula_network_id_id_fk" FOREIGN KEY ("network_id","curriculum_id") REFERENCES "public"."curricula"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_network_id_course_id_courses_network_id_id_fk" FOREIGN KEY ("network_id","course_id") REFERENCES "public"."courses"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stammtisch_answers" ADD CONSTRAINT "stammtisch_answers_network_id_stammtisch_id_stammtische_network_id_id_fk" FOREIGN KEY ("network_id","stammtisch_id") REFERENCES "public"."stammtische"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stammtisch_answers" ADD CONSTRAINT "stammtisch_answers_network_id_volunteer_id_volunteers_network_id_id_fk" FOREIGN KEY ("network_id","volunteer_id") REFERENCES "public"."volunteers"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stammtische" ADD CONSTRAINT "stammtische_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentor_requests_provider" ON "mentor_requests" USING btree ("network_id","provider_id","status","submitted_at");--> statement-breakpoint
CREATE INDEX "mentor_requests_mentee" ON "mentor_requests" USING btree ("network_id","mentee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_open_per_request" ON "proposals" USING btree ("network_id","request_id") WHERE state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation');--> statement-breakpoint
CREATE INDEX "proposals_open_per_volunteer" ON "proposals" USING btree ("network_id","volunteer_id") WHERE state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation');--> statement-breakpoint
CREATE INDEX "proposals_pair" ON "proposals" USING btree ("network_id","mentee_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "proposals_provider" ON "proposals" USING btree ("network_id","provider_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tandems_proposal" ON "tandems" USING btree ("network_id","proposal_id");--> statement-breakpoint
CREATE INDEX "tandems_open_per_volunteer" ON "tandems" USING btree ("network_id","volunteer_id") WHERE status <> 'ended';--> statement-breakpoint
CREATE INDEX "tandems_pair" ON "tandems" USING btree ("network_id","mentee_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "tandems_provider" ON "tandems" USING btree ("network_id","provider_id","status","started_at");--> statement-breakpoint
CREATE INDEX "consents_mentee" ON "consents" USING btree ("network_id","mentee_id");--> statement-breakpoint
CREATE INDEX "imported_rows_import" ON "imported_rows" USING btree ("network_id","import_id");--> statement-breakpoint
CREATE INDEX "imports_provider" ON "imports" USING btree ("network_id","provider_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mentees_receipt" ON "mentees" USING btree ("network_id","receipt_hash");--> statement-breakpoint
CREATE INDEX "request_drafts_expiry" ON "request_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signed_declarations_once" ON "signed_declarations" USING btree ("network_id","volunteer_id","kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteers_email" ON "volunteers" USING btree ("network_id","email");--> statement-breakpoint
CREATE INDEX "volunteers_provider" ON "volunteers" USING btree ("network_id","provider_id","status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_unique" ON "accounts" USING btree ("network_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_volunteer_unique" ON "accounts" USING btree ("network_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "activities_at" ON "activities" USING btree ("network_id","at");--> statement-breakpoint
CREATE INDEX "activities_subject" ON "activities" USING btree ("network_id","subject_id");--> statement-breakpoint
CREATE INDEX "email_codes_browser" ON "email_codes" USING btree ("network_id","browser_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_unique" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "mails_status" ON "mails" USING btree ("network_id","status","created_at");--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree ("network_id","recipient_kind","recipient_id");--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_unique" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("network_id","account_id");--> statement-breakpoint
CREATE INDEX "sessions_mentee" ON "sessions" USING btree ("network_id","mentee_id");--> statement-breakpoint
CREATE INDEX "sessions_draft" ON "sessions" USING btree ("network_id","draft_id");--> statement-breakpoint
CREATE INDEX "attendances_volunteer" ON "attendances" USING btree ("network_id","volunteer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_number" ON "certificates" USING btree ("network_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_code" ON "certificates" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "certificates_volunteer" ON "certificates" USING btree ("network_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "course_sessions_course" ON "course_sessions" USING btree ("network_id","course_id","starts_at");--> statement-breakpoint
CREATE INDEX "enrolments_volunteer" ON "enrolments" USING btree ("network_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "stammtische_provider" ON "stammtische" USING btree ("network_id","provider_id","starts_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "mentor_requests" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "proposals" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "tandems" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "consents" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "declaration_texts" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "districts" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "fuehrungszeugnis_entries" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "imported_rows" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "imports" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "mentees" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "request_drafts" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "signed_declarations" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "terms" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "volunteers" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "activities" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "email_codes" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "invitations" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lookup" ON "invitations" AS PERMISSIVE FOR SELECT TO public USING (token_hash = (select nullif(current_setting('app.lookup_hash', true), '')));--> statement-breakpoint
CREATE POLICY "tenant" ON "mails" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "public_read" ON "networks" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "own_network" ON "networks" AS PERMISSIVE FOR ALL TO public USING (id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "providers" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "sessions" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lookup" ON "sessions" AS PERMISSIVE FOR SELECT TO public USING (token_hash = (select nullif(current_setting('app.lookup_hash', true), '')));--> statement-breakpoint
CREATE POLICY "tenant" ON "attendances" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "certificates" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lookup" ON "certificates" AS PERMISSIVE FOR SELECT TO public USING (code_hash = (select nullif(current_setting('app.lookup_hash', true), '')));--> statement-breakpoint
CREATE POLICY "tenant" ON "course_sessions" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "course_trainers" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "courses" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "curricula" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "curriculum_modules" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "enrolments" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "stammtisch_answers" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "stammtische" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));