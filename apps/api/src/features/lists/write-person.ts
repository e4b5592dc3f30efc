import type { Term } from "@augenhoehe/contract";
import {
  createTermReader,
  slotsToMask,
  writeAgeBand,
  writeGender,
  writeLanguages,
  writeTimes,
  type AgeBand,
  type Gender,
  type Slot,
  type SpokenLanguage,
} from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listTerms } from "../../db/repositories/public-network.ts";

interface WrittenPerson {
  readonly email: string | null;
  readonly phone: string | null;
  readonly districtName: string | null;
  readonly languages: readonly SpokenLanguage[];
  readonly slots: readonly Slot[] | null;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
  readonly gender: Gender | null;
  readonly ageBand: AgeBand | null;
  readonly reachKm: number | null;
}

type WriteTerms = (keys: readonly string[]) => string;

export interface TermWriters {
  readonly topics: WriteTerms;
  readonly interests: WriteTerms;
}

/** Topics and interests by their German names; by their keys where a name would not read back. */
export async function termWriters(tx: Tx): Promise<TermWriters> {
  const terms = await listTerms(tx);
  return {
    topics: writerOf(terms.filter(({ kind }) => kind === "topic")),
    interests: writerOf(terms.filter(({ kind }) => kind === "interest")),
  };
}

function writerOf(terms: readonly Pick<Term, "key" | "labels">[]): WriteTerms {
  const reader = createTermReader(terms.map(({ key, labels }) => ({ key, labels: Object.values(labels) })));
  const nameOf = ({ key, labels: { de = key } }: Pick<Term, "key" | "labels">) =>
    reader.read(de).value.join() === key ? de : key;
  const names = new Map(terms.map((term) => [term.key, nameOf(term)]));
  return (keys) => keys.map((key) => names.get(key) ?? key).join(", ");
}

/** The cells that volunteers and mentees have in common. */
export const personCells = (person: WrittenPerson, write: TermWriters) => ({
  email: person.email ?? "",
  phone: person.phone ?? "",
  district: person.districtName ?? "",
  languages: writeLanguages(person.languages),
  times: writeTimes(person.slots === null ? null : slotsToMask(person.slots)),
  topics: write.topics(person.topics),
  interests: write.interests(person.interests),
  gender: writeGender(person.gender),
  age: writeAgeBand(person.ageBand),
  reachKm: person.reachKm === null ? "" : String(person.reachKm).replace(".", ","),
});
