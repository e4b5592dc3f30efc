import type { MatchMentor, PlanComparison, RoundPlan, RoundRequest, RoundSettings } from "@augenhoehe/domain/matching";
import type { PlanLanguage } from "./options.ts";
import type { ReportPerson } from "./plan-report.ts";
import type { Listed } from "./read-people.ts";
import type { PlanRead } from "./read-plan.ts";
import { sayIn, type Say } from "./words/catalog.ts";
import { PLAN_WORDS, namingOf } from "./words/naming.ts";
import type { Consequence, PlanWords } from "./words/plan-words.ts";
import type { Naming } from "./words/reason-sentences.ts";

/** A plan, the people it is about and the words to tell it in. */
export interface Telling {
  readonly read: PlanRead;
  readonly plan: RoundPlan;
  readonly settings: RoundSettings;
  readonly say: Say;
  readonly words: PlanWords;
  readonly naming: Naming;
  readonly request: (id: string) => Listed<RoundRequest>;
  readonly volunteer: (id: string) => Listed<MatchMentor>;
}

export function tellingOf(read: PlanRead, plan: RoundPlan, settings: RoundSettings, language: PlanLanguage): Telling {
  return {
    read,
    plan,
    settings,
    say: sayIn(language),
    words: PLAN_WORDS[language],
    naming: namingOf(language, read.terms, read.places),
    request: finder(read.requests.people),
    volunteer: finder(read.volunteers.people),
  };
}

export const personOf = ({ name, line }: Listed<unknown>): ReportPerson => ({ name, row: line });

/** What a change would mean for everybody but the person it is about. */
export function consequenceOf(telling: Telling, change: PlanComparison, requestId: string): Consequence {
  return {
    waiting: change.noLongerServed.map((pair) => personOf(telling.request(pair.requestId))),
    moved: change.moved.filter((pair) => pair.requestId !== requestId).length,
  };
}

function finder<Person extends { readonly id: string }>(people: readonly Listed<Person>[]) {
  const byId = new Map(people.map((listed) => [listed.person.id, listed]));
  return (id: string): Listed<Person> => {
    const found = byId.get(id);
    if (found === undefined) throw new Error("The plan names somebody who is in neither list");
    return found;
  };
}
