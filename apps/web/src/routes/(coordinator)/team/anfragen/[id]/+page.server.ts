import type { RequestDetail } from "@augenhoehe/contract";
import { CLOSING_REASONS, REQUEST_KINDS } from "@augenhoehe/domain";
import { redirect } from "@sveltejs/kit";
import {
  CLOSING_REASON_LABELS,
  PROPOSAL_STATE_LABELS,
  REQUEST_KIND_LABELS,
  REQUEST_STATUS_LABELS,
  choicesOf,
} from "#lib/messages/labels.ts";
import { proposalTone, requestTone } from "#lib/messages/state-tone.ts";
import { m } from "#lib/paraglide/messages.js";
import { activityLines } from "#lib/server/activity-lines.ts";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { requestOverview } from "#lib/server/request-overview.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const CAME_BY = {
  self: m.coordinator_request_came_self,
  desk: m.coordinator_request_came_desk,
  import: m.coordinator_request_came_import,
  demo: m.coordinator_request_came_demo,
} satisfies Record<RequestDetail["via"], () => string>;

const CONSENT_WAYS = {
  online: m.coordinator_consent_online,
  in_person: m.coordinator_consent_in_person,
  by_phone: m.coordinator_consent_by_phone,
  written: m.coordinator_consent_written,
} satisfies Record<NonNullable<RequestDetail["consent"]>["way"], () => string>;

/** As a member of staff may record it: online people agree themselves. */
const RECORDED_WAYS = ["in_person", "by_phone", "written"] as const;

const DONE: Readonly<Record<string, () => string>> = {
  geklaert: m.coordinator_done_clarified,
  gespeichert: m.coordinator_done_saved,
  geoeffnet: m.coordinator_done_opened,
  geschlossen: m.coordinator_done_closed,
  "wieder-offen": m.coordinator_done_reopened,
};

const CHANGEABLE: readonly RequestDetail["status"][] = ["submitted", "clarified", "open"];

const NEXT = {
  submitted: () => m.coordinator_request_next_submitted(),
  clarified: () => m.coordinator_request_next_clarified(),
  open: () => m.coordinator_request_next_open(),
  in_proposal: () => m.coordinator_request_next_in_proposal(),
  in_tandem: () => m.coordinator_request_next_in_tandem(),
  closed: ({ closedReason }) =>
    m.coordinator_request_next_closed({ reason: CLOSING_REASON_LABELS[closedReason ?? "other"]() }),
} satisfies Record<RequestDetail["status"], (request: RequestDetail) => string>;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const { isCoordinator: canDecide } = await event.parent();
  const request = requireData(event, await api(event).call("readRequest", { params: event.params }));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  const log = canDecide
    ? requireData(event, await api(event).call("listActivities", { query: { subjectId: request.id } })).items
    : [];
  const open = request.proposals.find(({ answerBy, state }) => answerBy !== null || state === "awaiting_confirmation");
  return {
    pageForm: canDecide,
    id: request.id,
    name: request.answers.chosenName,
    status: request.status,
    statusLabel: REQUEST_STATUS_LABELS[request.status](),
    tone: requestTone(request.status),
    next: NEXT[request.status](request),
    canDecide,
    canChange: CHANGEABLE.includes(request.status),
    lookUrl: `${event.url.origin}/quittung`,
    done: DONE[event.url.searchParams.get("erledigt") ?? ""]?.() ?? null,
    overview: requestOverview(request.answers, network, locale),
    clarification: request.clarification,
    facts: {
      submitted: when.date(request.submittedAt),
      waiting: when.waiting(request.submittedAt, new Date()),
      via: CAME_BY[request.via](),
      consent:
        request.consent === null
          ? m.coordinator_request_consent_none()
          : m.coordinator_request_consent_given({
              way: CONSENT_WAYS[request.consent.way](),
              date: when.date(request.consent.givenAt),
              version: request.consent.textVersion,
            }),
    },
    consentMissing: request.consent === null && request.status !== "closed",
    openProposalId: open?.id ?? null,
    tandemId: request.tandemId,
    proposals: request.proposals.map(({ id, volunteerName, state, points, createdAt }) => ({
      id,
      name: volunteerName,
      state: PROPOSAL_STATE_LABELS[state](),
      tone: proposalTone(state),
      points,
      when: when.shortDate(createdAt),
    })),
    log: activityLines(log, when),
    choices: {
      kinds: choicesOf(REQUEST_KIND_LABELS),
      ways: RECORDED_WAYS.map((way) => ({ value: way, label: CONSENT_WAYS[way]() })),
      reasons: choicesOf(CLOSING_REASON_LABELS),
      providers: request.otherProviders.map(({ id, name }) => ({ value: id, label: name })),
    },
  };
};

const back = (event: RequestEvent, done: string) => redirect(303, `/team/anfragen/${event.params.id}?erledigt=${done}`);

export const actions: Actions = {
  keepTyped,
  klaeren: async (event) => {
    const form = await readForm(event);
    const body = {
      kind: form.choice("kind", REQUEST_KINDS) ?? "tandem",
      interpreterAgreed: form.flag("interpreterAgreed"),
      involvesMinors: form.flag("involvesMinors"),
      inReceptionCentre: form.flag("inReceptionCentre"),
      protected: form.flag("protected"),
      priority: form.flag("priority"),
    };
    const result = await api(event).call("clarifyRequest", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    back(event, "geklaert");
  },
  einwilligung: async (event) => {
    const form = await readForm(event);
    const network = await readOwnNetwork(event);
    const { answers } = requireData(event, await api(event).call("readRequest", { params: event.params }));
    const way = form.choice("way", RECORDED_WAYS) ?? "in_person";
    const body = { textVersion: network.consent.version, locale: answers.locale, way };
    const result = await api(event).call("recordConsent", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    back(event, "gespeichert");
  },
  oeffnen: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("openRequest", { params: event.params });
    if (!result.ok) return failWith(result, form);
    back(event, "geoeffnet");
  },
  schliessen: async (event) => {
    const form = await readForm(event);
    const reason = form.choice("reason", CLOSING_REASONS);
    if (reason === null) return failAt(form, { reason: m.fields_error_invalid_choice() });
    const result = await api(event).call("closeRequest", { params: event.params, body: { reason } });
    if (!result.ok) return failWith(result, form);
    back(event, "geschlossen");
  },
  wiederOeffnen: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("reopenRequest", { params: event.params });
    if (!result.ok) return failWith(result, form);
    back(event, "wieder-offen");
  },
  nummer: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("renewReceipt", { params: event.params });
    if (!result.ok) return failWith(result, form);
    return { receipt: result.data.receipt };
  },
  uebergeben: async (event) => {
    const form = await readForm(event);
    if (!form.flag("consentGiven")) return failAt(form, { consentGiven: m.fields_error_required() });
    const body = { providerId: form.text("providerId"), consentGiven: true as const };
    const result = await api(event).call("handOverRequest", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/anfragen?uebergeben=1");
  },
};
