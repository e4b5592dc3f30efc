import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { requireMyRequest, requireNetwork } from "#lib/server/my-request.ts";
import { requestOverview } from "#lib/server/request-overview.ts";
import { SLOT_LABELS } from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const mine = await requireMyRequest(event);
  const network = await requireNetwork(event);
  const { locale } = event.locals;
  const format = formats(locale, network.timeZone);
  const { proposal, tandem, answers, usualWeeks } = mine;
  const named = (codes: readonly string[]) => format.list(codes.map((code) => languageName(code, locale)));
  return {
    status: mine.status,
    saidYes: mine.saidYes,
    tandemEnded: mine.tandemEnded,
    canChange: mine.canChange,
    canWithdraw: mine.canWithdraw,
    chosenName: answers.chosenName,
    sentOn: format.date(mine.submittedAt),
    usualWait: usualWeeks === null ? null : m.shell_span_weeks({ count: usualWeeks }),
    contact: mine.contact,
    lines: requestOverview(answers, network, locale),
    proposal:
      proposal === null
        ? null
        : {
            id: proposal.id,
            answerBy: format.dateTime(proposal.answerBy),
            facts: [
              { term: m.newcomer_mine_card_common(), value: named(proposal.volunteer.commonLanguages) },
              {
                term: m.newcomer_mine_card_speaks(),
                value: named(proposal.volunteer.languages.map(({ code }) => code)),
              },
              { term: m.newcomer_mine_card_district(), value: proposal.volunteer.districtName ?? "" },
              {
                term: m.newcomer_mine_card_topics(),
                value: format.list(proposal.volunteer.topics.map((key) => termLabel(key, network.topics))),
              },
              {
                term: m.newcomer_mine_card_interests(),
                value: format.list(proposal.volunteer.interests.map((key) => termLabel(key, network.interests))),
              },
              {
                term: m.newcomer_mine_card_times(),
                value: format.list((proposal.volunteer.slots ?? []).map((slot) => SLOT_LABELS[slot]())),
              },
            ].filter(({ value }) => value !== ""),
          },
    tandem:
      tandem === null
        ? null
        : {
            mentorName: tandem.mentorName,
            channels: tandem.channels,
            meeting:
              tandem.firstMeeting === null
                ? null
                : { ...tandem.firstMeeting, when: format.dateTime(tandem.firstMeeting.startsAt) },
          },
    saved: event.url.searchParams.has("gespeichert"),
    saidNo: event.url.searchParams.get("antwort") === "nein",
  };
};

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event);
    const answer = form.choice("answer", ["yes", "no"]);
    if (answer === null) redirect(303, "/meine-anfrage");
    const result = await api(event).call("answerMyProposal", {
      params: { id: form.text("proposalId") },
      body: { answer },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, answer === "no" ? "/meine-anfrage?antwort=nein" : "/meine-anfrage");
  },
  withdraw: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("withdrawMyRequest");
    if (!result.ok) return failWith(result, form);
    redirect(303, "/meine-anfrage/zurueckgezogen");
  },
  signOut: async (event) => {
    requireData(event, await api(event).call("signOutReceipt"));
    redirect(303, "/quittung?abgemeldet=ja");
  },
};
