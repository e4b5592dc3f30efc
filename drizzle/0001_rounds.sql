CREATE TABLE "matching_rounds" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"frozen_sealed" text NOT NULL,
	"weights_version" integer NOT NULL,
	"requests" integer NOT NULL,
	"mentors" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "matching_rounds_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "matching_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_drafts" (
	"network_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"name" text NOT NULL,
	"first_settings" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"state_sealed" text NOT NULL,
	"before_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_drafts_network_id_id_pk" PRIMARY KEY("network_id","id")
);
--> statement-breakpoint
ALTER TABLE "round_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_proposals" (
	"network_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"volunteer_id" uuid NOT NULL,
	CONSTRAINT "round_proposals_network_id_proposal_id_pk" PRIMARY KEY("network_id","proposal_id")
);
--> statement-breakpoint
ALTER TABLE "round_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_solvings" (
	"network_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"absent_hash" text NOT NULL,
	"status" text NOT NULL,
	"progress" real NOT NULL,
	"run_id" uuid NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	"plan_sealed" text,
	CONSTRAINT "round_solvings_network_id_draft_id_pk" PRIMARY KEY("network_id","draft_id")
);
--> statement-breakpoint
ALTER TABLE "round_solvings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "matching_rounds" ADD CONSTRAINT "matching_rounds_network_id_provider_id_providers_network_id_id_fk" FOREIGN KEY ("network_id","provider_id") REFERENCES "public"."providers"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_rounds" ADD CONSTRAINT "matching_rounds_network_id_created_by_accounts_network_id_id_fk" FOREIGN KEY ("network_id","created_by") REFERENCES "public"."accounts"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_network_id_round_id_matching_rounds_network_id_id_fk" FOREIGN KEY ("network_id","round_id") REFERENCES "public"."matching_rounds"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_network_id_changed_by_accounts_network_id_id_fk" FOREIGN KEY ("network_id","changed_by") REFERENCES "public"."accounts"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_proposals" ADD CONSTRAINT "round_proposals_network_id_round_id_matching_rounds_network_id_id_fk" FOREIGN KEY ("network_id","round_id") REFERENCES "public"."matching_rounds"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_proposals" ADD CONSTRAINT "round_proposals_network_id_proposal_id_proposals_network_id_id_fk" FOREIGN KEY ("network_id","proposal_id") REFERENCES "public"."proposals"("network_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_solvings" ADD CONSTRAINT "round_solvings_network_id_draft_id_round_drafts_network_id_id_fk" FOREIGN KEY ("network_id","draft_id") REFERENCES "public"."round_drafts"("network_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matching_rounds_provider" ON "matching_rounds" USING btree ("network_id","provider_id","created_at");--> statement-breakpoint
CREATE INDEX "round_drafts_round" ON "round_drafts" USING btree ("network_id","round_id","created_at");--> statement-breakpoint
CREATE INDEX "round_proposals_round" ON "round_proposals" USING btree ("network_id","round_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "matching_rounds" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "round_drafts" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "round_proposals" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "round_solvings" AS PERMISSIVE FOR ALL TO public USING (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)) WITH CHECK (network_id = (select nullif(current_setting('app.network_id', true), '')::uuid));