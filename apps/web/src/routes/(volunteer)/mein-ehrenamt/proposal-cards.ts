import type { NetworkProfile, VolunteerHome } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";
import { FOR_WHOM_STAFF_LABELS, LEVEL_LABELS } from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { formats, type Formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { slotsInWords } from "#lib/server/slots-in-words.ts";

export type ProposalView = ReturnType<typeof proposalCards>[number];

/** The anonymised cards in words; there is no name to show. */
export function proposalCards(home: VolunteerHome, network: NetworkProfile, locale: PageLocale) {
  const f = formats(locale, network.timeZone);
  return home.proposals.map(({ id, state, answerBy, mentee }) => ({
    id,
    isWaiting: state === "waiting_for_you",
    answerBy: m.volunteer_proposal_answer_by({ when: f.date(answerBy) }),
    common:
      mentee.commonLanguages.length === 0
        ? m.volunteer_proposal_common_none()
        : m.volunteer_proposal_common({
            languages: f.list(mentee.commonLanguages.map((code) => languageName(code, locale))),
          }),
    interpreter: mentee.interpreterNeeded,
    facts: [
      {
        term: m.volunteer_proposal_languages(),
        value: f.list(
          mentee.languages.map(({ code, level }) => `${languageName(code, locale)} (${LEVEL_LABELS[level]()})`),
        ),
      },
      { term: m.volunteer_proposal_topics(), value: words(mentee.topics, network.topics, f) },
      { term: m.volunteer_proposal_interests(), value: words(mentee.interests, network.interests, f) },
      { term: m.volunteer_proposal_district(), value: mentee.districtName ?? m.volunteer_proposal_not_told() },
      {
        term: m.volunteer_proposal_slots(),
        value: told(f.list(slotsInWords(mentee.slots, f) ?? [])),
      },
      { term: m.volunteer_proposal_for_whom(), value: FOR_WHOM_STAFF_LABELS[mentee.forWhom]() },
    ],
  }));
}

const words = (keys: readonly string[], vocabulary: NetworkProfile["topics"], f: Formats): string =>
  told(f.list(keys.map((key) => termLabel(key, vocabulary))));

const told = (text: string): string => (text === "" ? m.volunteer_proposal_not_told() : text);
