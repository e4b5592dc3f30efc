import { redirect } from "@sveltejs/kit";
import type { AccountRole, StaffMember } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { PAGE_LOCALES, selfName } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import type { Actions, PageServerLoad } from "./$types";

const STAFF_ROLES = ["coordinator", "counsellor", "trainer", "admin"] as const;

const ROLE_LABELS = {
  volunteer: m.settings_role_volunteer,
  trainer: m.settings_role_trainer,
  counsellor: m.settings_role_counsellor,
  coordinator: m.settings_role_coordinator,
  admin: m.settings_role_admin,
} satisfies Record<AccountRole, () => string>;

const ROLE_TEXTS = {
  trainer: m.settings_role_trainer_text,
  counsellor: m.settings_role_counsellor_text,
  coordinator: m.settings_role_coordinator_text,
  admin: m.settings_role_admin_text,
} satisfies Record<(typeof STAFF_ROLES)[number], () => string>;

const STATES = {
  invited: { label: m.settings_team_state_invited, tone: "waiting" },
  active: { label: m.settings_team_state_active, tone: "done" },
  ended: { label: m.settings_team_state_ended, tone: "plain" },
} as const satisfies Record<StaffMember["state"], { label: () => string; tone: string }>;

export const load: PageServerLoad = async (event) => {
  const { items } = requireData(event, await api(event).call("listStaff"));
  const { providers } = requireData(event, await api(event).call("readSettings"));
  const me = await event.locals.me();
  const isAdmin = me?.roles.includes("admin") ?? false;
  const when = formats(event.locals.locale);
  const invited = event.url.searchParams.get("eingeladen");
  return {
    pageForm: true,
    isAdmin,
    invited: invited === null ? null : m.settings_invited({ email: isolated(invited.slice(0, 254)) }),
    ended: event.url.searchParams.has("beendet"),
    rows: items.map(({ id, name, email, roles, providerName, state, isMe }) => ({
      ...{ id, name, email, isMe },
      provider: providerName ?? "",
      roles: when.list(roles.map((role) => ROLE_LABELS[role]())),
      state: STATES[state].label(),
      tone: STATES[state].tone,
      canEnd: !isMe && state !== "ended",
    })),
    roles: STAFF_ROLES.filter((role) => isAdmin || role !== "admin").map((role) => ({
      value: role,
      label: ROLE_LABELS[role](),
      text: ROLE_TEXTS[role](),
    })),
    providers: providers.map(({ id, name }) => ({ value: id, label: name })),
    locales: PAGE_LOCALES.map((locale) => ({ value: locale, label: selfName(locale) })),
  };
};

export const actions: Actions = {
  keepTyped,
  invite: async (event) => {
    const form = await readForm(event);
    const body = {
      email: form.text("email"),
      displayName: form.text("displayName"),
      roles: form.choices("roles", STAFF_ROLES),
      providerId: form.optional("providerId"),
      locale: form.choice("locale", PAGE_LOCALES) ?? event.locals.locale,
    };
    const result = await api(event).call("inviteStaff", { body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/einstellungen/team?${new URLSearchParams({ eingeladen: body.email }).toString()}`);
  },
  end: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("endStaffAccess", { params: { id: form.text("id") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/einstellungen/team?beendet");
  },
};
