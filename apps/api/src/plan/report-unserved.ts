import { NO_WISHES, explainUnserved, type Door, type UnservedExplanation } from "@augenhoehe/domain/matching";
import type { ReportUnserved } from "./plan-report.ts";
import { consequenceOf, personOf, type Telling } from "./telling.ts";
import { excludedWords, wishWords } from "./words/reason-sentences.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const DOORS_SHOWN = 3;
/** Each person's chances mean solving the round some twenty times again: so many pairs of people are looked at in all. */
const PAIRS_LOOKED_AT = 20_000_000;
const SOLVED_PER_PERSON = 20;

/** Who waits on and why, the longest waiting first. */
export function reportUnserved(telling: Telling): ReportUnserved[] {
  const { input } = telling.read;
  const pairs = input.requests.length * input.mentors.length;
  const lookedInto = Math.floor(PAIRS_LOOKED_AT / (SOLVED_PER_PERSON * pairs));
  return telling.plan.unserved
    .map((id) => telling.request(id))
    .toSorted((a, b) => a.person.waitingSince - b.person.waitingSince || (a.person.id < b.person.id ? -1 : 1))
    .map((listed, place) => ({
      request: personOf(listed),
      waitingWeeks: Math.floor((input.now - listed.person.waitingSince) / WEEK_MS),
      why: place < lookedInto ? whyOf(telling, listed.person.id) : null,
    }));
}

function whyOf(telling: Telling, requestId: string): ReportUnserved["why"] {
  const { read, plan, settings, words, say } = telling;
  const explanation = explainUnserved(read.input, settings, NO_WISHES, plan, requestId);
  if (explanation === null) return null;
  return {
    code: explanation.because,
    sentence: words.because(explanation, settings),
    excluded: explanation.excluded
      .toSorted((a, b) => b.mentors - a.mentors)
      .map(({ code, mentors }) => ({ code, volunteers: mentors, words: excludedWords(code, say) })),
    doors: [...doorsOf(telling, explanation), ...insteadOf(telling, explanation)].slice(0, DOORS_SHOWN),
  };
}

type ReportDoors = NonNullable<ReportUnserved["why"]>["doors"][number][];

const doorsOf = (telling: Telling, { doors, requestId }: UnservedExplanation): ReportDoors =>
  doors.map((door) => ({ code: door.opens, sentence: doorSentence(telling, door, requestId) }));

function doorSentence(telling: Telling, door: Door, requestId: string): string {
  const { words, say, volunteer } = telling;
  const consequence = consequenceOf(telling, door.change, requestId);
  if (door.side === "mentor") return words.offerDoor(personOf(volunteer(door.mentorId)), door.opens, consequence);
  const ifServed = door.serves ? consequence : null;
  if (door.opens === "interpreter") return words.interpreterDoor(door.moreMentors, ifServed);
  return words.wishDoor(wishWords(door.opens, say), door.moreMentors, ifServed);
}

/** A pair made by hand, and who would pay for it. */
function insteadOf(telling: Telling, { displacing, requestId }: UnservedExplanation): ReportDoors {
  return displacing.map(({ mentorId, points, cost }) => {
    const volunteer = personOf(telling.volunteer(mentorId));
    const sentence = telling.words.instead(volunteer, points, consequenceOf(telling, cost, requestId));
    return { code: "instead_of_others", sentence };
  });
}
