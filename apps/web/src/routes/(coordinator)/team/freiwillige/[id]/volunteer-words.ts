import type { NetworkProfile, VolunteerDetail } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";
import {
  AGE_BAND_LABELS,
  FOR_WHOM_STAFF_LABELS,
  GENDER_LABELS,
  LEVEL_LABELS,
  PROPOSAL_STATE_LABELS,
  TANDEM_STATUS_LABELS,
  VOLUNTEER_STATUS_LABELS,
} from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { slotsInWords } from "#lib/server/slots-in-words.ts";
import { certificateWords, offersService } from "./certificate-words.ts";

const STEP_LABELS = {
  interview: m.people_step_interview,
  secrecy_declaration: m.people_step_secrecy_declaration,
  agreement: m.people_step_agreement,
  course: m.people_step_course,
  certificate: m.people_step_certificate,
  fuehrungszeugnis: m.people_step_fuehrungszeugnis,
  ready: m.people_step_ready,
} satisfies Record<VolunteerDetail["nextSteps"][number]["key"], () => string>;

const COURSE_STATUS_LABELS = {
  enrolled: m.people_course_enrolled,
  offered: m.people_course_offered,
  waiting: m.people_course_waiting,
  cancelled: m.people_course_cancelled,
};

/** Everything on the page that is a word of the reader's language: made here, where all languages are known. */
export function volunteerWords(volunteer: VolunteerDetail, network: NetworkProfile, locale: PageLocale) {
  const { profile } = volunteer;
  const when = formats(locale, network.timeZone);
  const hoursOf = (minutes: number): string => when.number(Math.round((minutes * 10) / 60) / 10);
  const notTold = m.people_detail_not_told();
  const terms = (keys: readonly string[], kind: "topics" | "interests") =>
    when.list(keys.map((key) => termLabel(key, network[kind]))) || notTold;
  const district = network.districts.find(({ key }) => key === profile.district)?.name;
  return {
    name: `${profile.firstName} ${profile.lastName}`,
    stage: volunteer.eligible ? m.people_status_eligible() : VOLUNTEER_STATUS_LABELS[volunteer.status](),
    steps: volunteer.nextSteps.map((step) => ({
      key: step.key,
      state: step.state,
      label: STEP_LABELS[step.key](),
      detail:
        step.totalCount === null || step.state === "not_needed"
          ? undefined
          : m.people_step_count({ done: step.doneCount ?? 0, total: step.totalCount }),
    })),
    facts: [
      [
        m.people_column_languages(),
        when.list(
          profile.languages.map(({ code, level }) => `${languageName(code, locale)} (${LEVEL_LABELS[level]()})`),
        ),
      ],
      [m.people_column_district(), district ?? notTold],
      [m.people_detail_reach(), profile.reachKm === null ? notTold : m.people_detail_reach_km({ km: profile.reachKm })],
      [m.people_detail_times(), when.list(slotsInWords(profile.slots, when) ?? [notTold])],
      [m.people_detail_topics(), terms(profile.topics, "topics")],
      [m.people_detail_interests(), terms(profile.interests, "interests")],
      [m.people_detail_gender(), profile.gender === null ? notTold : GENDER_LABELS[profile.gender]()],
      [m.people_detail_age(), profile.ageBand === null ? notTold : AGE_BAND_LABELS[profile.ageBand]()],
      [m.people_detail_wishes(), when.list(wishesInWords(profile.wishes)) || notTold],
      [m.people_detail_capacity(), when.number(profile.capacity)],
    ] satisfies [string, string][],
    applied: when.date(volunteer.appliedAt),
    interview:
      volunteer.interview &&
      m.people_interview_held({ date: when.date(volunteer.interview.heldOn), by: volunteer.interview.by }),
    declarations: volunteer.declarations.map((declaration) => ({
      ...declaration,
      text: m.people_declaration_signed({ version: declaration.version, date: when.date(declaration.signedAt) }),
    })),
    fuehrungszeugnis: volunteer.fuehrungszeugnis && {
      inspectedOn: when.date(volunteer.fuehrungszeugnis.inspectedOn),
      certificateDate: when.date(volunteer.fuehrungszeugnis.certificateDate),
      deleteOn:
        volunteer.fuehrungszeugnis.deleteOn &&
        m.people_fz_delete_on({ date: when.date(volunteer.fuehrungszeugnis.deleteOn) }),
    },
    override:
      volunteer.certificateOverride &&
      m.people_override_is({
        date: when.date(volunteer.certificateOverride.at),
        reason: volunteer.certificateOverride.reason,
      }),
    courses: volunteer.courses.map((course) => ({
      id: course.id,
      title: course.title,
      status: COURSE_STATUS_LABELS[course.status](),
    })),
    topUps: volunteer.topUps.map(({ courseId, title, heldAt, minutes }) => ({
      courseId,
      title,
      when: m.curricula_volunteer_top_up({ date: when.date(heldAt), hours: hoursOf(minutes) }),
    })),
    topUpsSum: m.curricula_volunteer_top_ups_sum({
      hours: hoursOf(volunteer.topUps.reduce((sum, { minutes }) => sum + minutes, 0)),
    }),
    certificates: certificateWords(volunteer, when, new Date()),
    offersService: offersService(volunteer),
    proposals: volunteer.proposals.map((proposal) => ({
      id: proposal.id,
      title: m.people_proposal_of({ date: when.shortDate(proposal.createdAt) }),
      state: PROPOSAL_STATE_LABELS[proposal.state](),
    })),
    tandems: volunteer.tandems.map((tandem) => ({
      id: tandem.id,
      title: m.people_tandem_with({ name: tandem.menteeName }),
      status: TANDEM_STATUS_LABELS[tandem.status](),
    })),
  };
}

function wishesInWords(wishes: VolunteerDetail["profile"]["wishes"]): string[] {
  return [
    ...(wishes.menteeGender === null ? [] : [GENDER_LABELS[wishes.menteeGender]()]),
    ...wishes.menteeAgeBands.map((band) => AGE_BAND_LABELS[band]()),
    ...wishes.forWhom.map((whom) => FOR_WHOM_STAFF_LABELS[whom]()),
  ];
}
