import type { RecruitmentView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { AGE_BAND_LABELS } from "#lib/messages/labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { languageName } from "#lib/server/language-name.ts";
import type { PageLocale } from "#lib/locale.ts";
import { draftParams } from "../../../draft-actions.ts";
import { draftHeader } from "../../../draft-header.ts";
import { requirePlan } from "../../../require-plan.ts";
import type { PageServerLoad } from "./$types";

type Group = RecruitmentView["groups"][number];

export const load: PageServerLoad = async (event) => {
  const header = await draftHeader(event);
  const call = await api(event).call("readRoundRecruitment", { params: draftParams(event) });
  const { groups, together, othersUnserved } = requirePlan(event, call, header.here);
  return {
    ...header,
    groups: groups.map((group, index) => groupWords(group, index, event.locals.locale)),
    together:
      groups.length > 1 ? m.rounds_recruit_together({ mentors: together.mentors, count: together.tandems }) : null,
    others: othersUnserved > 0 ? m.rounds_recruit_others({ count: othersUnserved }) : null,
  };
};

const TIMES = {
  daytime: m.rounds_time_daytime,
  evenings: m.rounds_time_evenings,
  weekend: m.rounds_time_weekend,
} satisfies Record<NonNullable<Group["time"]>, () => string>;

const WHO = {
  female: m.rounds_recruit_female,
  male: m.rounds_recruit_male,
  diverse: m.rounds_recruit_diverse,
  anybody: m.rounds_recruit_anybody,
} satisfies Record<NonNullable<Group["gender"]> | "anybody", (mentors: { count: number }) => string>;

/** „Zwei Frauen mit Tigrinya, in der Nähe von Rheydt, mit Zeit am Abend: 2 Tandems mehr.“ */
function groupWords(group: Group, index: number, locale: PageLocale) {
  const who = WHO[group.gender ?? "anybody"]({ count: group.mentors });
  const language = languageName(group.language, locale);
  const near = group.districtName === null ? null : isolated(group.districtName);
  const age = group.ageBand === null ? null : AGE_BAND_LABELS[group.ageBand]();
  const time = group.time === null ? null : TIMES[group.time]();
  const wanted = [
    m.rounds_recruit_language({ who, language }),
    near === null ? null : m.rounds_recruit_district({ district: near }),
    time,
    age === null ? null : m.rounds_recruit_age({ age }),
  ].filter((part) => part !== null);
  const gain = m.rounds_recruit_gain({ count: group.tandems });
  return {
    id: String(index),
    sentence: m.rounds_recruit_sentence({ who: wanted.join(m.rounds_recruit_comma()), gain }),
    who: age === null ? who : `${who}, ${age}`,
    language,
    near: group.districtName,
    time,
    tandems: group.tandems,
  };
}
