import type { MentorOffer } from "@augenhoehe/domain/matching";
import { sayIn } from "./catalog.ts";
import { columnLetters } from "./cell-place.ts";
import { germanCell, germanProblem } from "./german-problems.ts";
import { GERMAN_HELP } from "./german-help.ts";
import { capitalised, count } from "./counting.ts";
import type { Consequence, PlanWords } from "./plan-words.ts";

const say = sayIn("de");
const list = new Intl.ListFormat("de");
const numbers = new Intl.NumberFormat("de");
const quoted = (text: string): string => `„${text}“`;

const OFFERS: Readonly<Record<MentorOffer, string>> = {
  place: "einen Platz mehr anbietet",
  unpaused: "die Pause beendet",
  menteeGender: "auch ein anderes Geschlecht begleitet",
  menteeAgeBands: "auch ein anderes Alter begleitet",
  forWhom: "auch diese Gruppe begleitet",
  reachKm: "einen weiteren Weg auf sich nimmt",
  times: "zu einer anderen Zeit kann",
  fuehrungszeugnis: "ein Führungszeugnis vorlegt",
  eligibility: "so weit ist",
};

/** What follows for the others: „Dafür wartet Ali (Zeile 7).“ */
function consequenceWords({ waiting, moved }: Consequence): string {
  const names = waiting.map(({ name, row }) => `${name} (Zeile ${row})`);
  const parts = [
    ...(names.length > 0 ? [`dafür ${names.length === 1 ? "wartet" : "warten"} ${list.format(names)}`] : []),
    ...(moved > 0 ? [`${count(moved, "Mensch bekommt", "Menschen bekommen")} jemand anderen`] : []),
  ];
  return parts.length === 0 ? "" : ` ${capitalised(parts.join("; "))}.`;
}

function doorWords(door: string, more: number, consequence: Consequence | null): string {
  const people = count(more, "Mensch mehr kommt", "Menschen mehr kommen");
  if (consequence === null) return `${door}: ${people} infrage, aber der Plan braucht sie für andere.`;
  return `${door}: ${people} infrage, und es ist jemand da.${consequenceWords(consequence)}`;
}

export const GERMAN: PlanWords = {
  help: GERMAN_HELP,
  refused: "Es ist nichts geplant.",
  problem: germanProblem,
  cellPlace: ({ file, line, column, header }) =>
    column === null
      ? `${file}, Zeile ${line}`
      : `${file}, Zelle ${columnLetters(column)}${line} (${quoted(header ?? "")})`,
  cell: germanCell,
  patience: "Die Listen sind lang: Das Rechnen dauert bis zu ein paar Minuten.",
  leftOutTitle: "Bitte ansehen: Das blieb weg oder ist unsicher.",
  guessesTitle: "So ist verstanden, was nicht ganz eindeutig war.",
  guessesHidden: (number) =>
    `${count(number, "Zelle ist", "Zellen sind")} dem Sinn nach gelesen; mit --notes stehen sie hier.`,
  columnsUnread: (file, headers) => `${file}: nicht gelesen ${list.format(headers.map(quoted))}.`,
  columnsNeverRead: (file, headers) => `${file}: nie gelesen ${list.format(headers.map(quoted))}.`,
  neverReadWhy:
    "Aufenthaltsstatus, Fluchtgrund, Religion, Herkunft, Gesundheit, sexuelle Identität und Führungszeugnis gehören in keinen Plan. Diese Zellen sind ungelesen verworfen.",
  title: (today) =>
    `Matching-Runde, Stand ${new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" }).format(new Date(today))}`,
  outcome: ({ requests, volunteers, places, served }) =>
    `${count(requests, "Anfrage", "Anfragen")}, ${numbers.format(volunteers)} Freiwillige mit ${count(places, "Platz", "Plätzen")}: ${count(served, "Mensch bekommt", "Menschen bekommen")} jemanden, ${count(requests - served, "Mensch wartet", "Menschen warten")} weiter.`,
  proved: {
    "served-first":
      "Nachgerechnet: Kein Plan bringt mehr Menschen zusammen, und keiner mit gleich vielen hat mehr Punkte für Passung und Wartezeit.",
    value: "Nachgerechnet: Kein Plan hat mehr Punkte für Passung und Wartezeit.",
  },
  settings: ({ objective, minimumPoints, waitingBonus }, { number }) =>
    `${objective === "served-first" ? "Zuerst zählt, wie viele Menschen jemanden bekommen, dann Passung und Wartezeit zusammen." : "Es zählen Passung und Wartezeit zusammen."} Ein Paar braucht mindestens ${minimumPoints} von 100 Punkten. Warten zählt ${number(waitingBonus.pointsPerWeek)} Punkte je Woche, höchstens ${number(waitingBonus.atMostPoints)}.`,
  pairsTitle: "Die Paare",
  noPairs: "Es gibt kein Paar, das zusammenpasst.",
  head: { points: "Punkte", request: "Anfrage", volunteer: "Mentor:in", why: "Warum" },
  row: (row) => `Zeile ${row}`,
  bonus: (points) => `+${points}`,
  bonusLegend:
    "Das Plus unter den Punkten ist der Bonus für die Wartezeit: Er entscheidet mit, wer jemanden bekommt, nie mit wem.",
  choice: (place, of) => (of === 1 ? "einzige Wahl" : `${place}. Wahl von ${of}`),
  unservedTitle: "Wer weiter wartet",
  waiting: (weeks) => (weeks === 0 ? "wartet seit dieser Woche" : `wartet seit ${count(weeks, "Woche", "Wochen")}`),
  because: ({ because, possible, belowMinimum }, { minimumPoints }) => {
    switch (because) {
      case "taken_by_others":
        return `${count(possible, "Mensch aus der Liste passt", "Menschen aus der Liste passen")}; der Plan braucht ${possible === 1 ? "diesen Platz" : "diese Plätze"} für andere.`;
      case "below_minimum":
        return `Wer infrage käme (${belowMinimum}), hat weniger als ${minimumPoints} Punkte.`;
      case "all_full":
        return "Wer passt, hat keinen Platz frei.";
      case "ruled_out":
      case "nobody_possible":
        return "Niemand aus der Liste kommt infrage.";
    }
  },
  excluded: (volunteers, words) => `${words}: ${volunteers}`,
  notLookedInto: (number) =>
    `Bei ${count(number, "weiterem Menschen", "weiteren Menschen")} ist nicht ausgerechnet, woran es liegt: Dafür sind die Listen zu lang.`,
  wishDoor: (wish, more, consequence) => doorWords(capitalised(wish), more, consequence),
  interpreterDoor: (more, consequence) => doorWords("Mit Dolmetschen", more, consequence),
  offerDoor: ({ name, row }, offer, consequence) =>
    `Wenn ${name} (Zeile ${row}) ${OFFERS[offer]}, ist jemand da.${consequenceWords(consequence)}`,
  instead: ({ name, row }, points, consequence) =>
    `Von Hand ginge ${name} (Zeile ${row}), ${points} Punkte.${consequenceWords(consequence)}`,
  recruitTitle: "Wen Sie als Nächstes suchen",
  recruit: ({ language, district, gender, time, ageBand, mentors, tandems }, naming) => {
    const who = {
      female: count(mentors, "Frau", "Frauen"),
      male: count(mentors, "Mann", "Männer"),
      diverse: count(mentors, "nichtbinäre Person", "nichtbinäre Personen"),
    };
    const what = [
      `${gender === null ? count(mentors, "Freiwillige:r", "Freiwillige") : who[gender]} mit ${naming.language(language)}`,
      ...(ageBand === null ? [] : [say(`fields_age_${ageBand}`)]),
      ...(district === null ? [] : [`in oder bei ${naming.district(district)}`]),
      ...(time === null ? [] : [{ daytime: "tagsüber", evenings: "abends", weekend: "am Wochenende" }[time]]),
    ];
    return `${what.join(", ")}: ${count(tandems, "Tandem mehr", "Tandems mehr")}`;
  },
  recruitTogether: (mentors, tandems) =>
    `Alle zusammen (${mentors}): ${count(tandems, "Tandem mehr", "Tandems mehr")}.`,
  recruitNobody: "Niemand könnte mehreren zugleich helfen. Was den Einzelnen hilft, steht oben bei ihren Namen.",
  recruitOthers: (number) =>
    `Auch dann ${number === 1 ? "wartet noch 1 Mensch" : `warten noch ${number} Menschen`}. Was Einzelnen hilft, steht oben bei ihren Namen.`,
  assumptionsTitle: "Womit gerechnet ist",
  assumptions: {
    everybodyReady:
      "Alle in der Liste der Freiwilligen gelten als bereit. Gespräch, Kurs, Erklärungen und Pausen stehen in keiner Liste: Bitte prüfen Sie das vor jedem Vorschlag.",
    placesAsTold:
      "„Max. Tandems“ zählt als freie Plätze; ohne Angabe ist es einer. Laufende Tandems ziehen Sie bitte vorher ab.",
    minors: (pairs) =>
      `Bei ${count(pairs, "Paar", "Paaren")} sind Kinder dabei. Das Führungszeugnis lesen wir aus keiner Liste: Bitte sehen Sie es vor dem ersten Treffen ein.`,
    interpretingNotAgreed: (requests) =>
      `${count(requests, "Anfrage braucht", "Anfragen brauchen")} Dolmetschen. Vereinbart ist es damit noch nicht; mit --interpreters-agreed zählt es als vereinbart.`,
    interpretingAgreed: (requests) => `Bei ${count(requests, "Anfrage", "Anfragen")} zählt Dolmetschen als vereinbart.`,
    districtsByName:
      "Ohne Liste der Stadtteile ist nur bekannt, wer im gleichen Stadtteil wohnt. Mit --districts zählen auch Wege.",
    districtsNotInFile: (names) =>
      `Nicht in der Liste der Stadtteile: ${names}. Wie weit es dorthin ist, weiß der Plan nicht.`,
    rowsLeftOut: (file, rows) =>
      `${file}: ${count(rows, "Zeile ist", "Zeilen sind")} nicht im Plan, weil sie doppelt oder nicht lesbar sind.`,
    protectedByHand:
      "Menschen unter besonderem Schutz gehören in keine Liste und keinen Plan; für sie suchen Sie von Hand.",
  },
  withMinors: "Kinder sind dabei: vorher das Führungszeugnis einsehen",
  apart: (one, other) => `${one} und ${other}: wie weit, ist nicht bekannt`,
  columns: {
    state: "Stand",
    request: "Anfrage",
    requestRow: "Zeile der Anfrage",
    volunteer: "Mentor:in",
    volunteerRow: "Zeile der Mentor:in",
    points: "Punkte",
    bonus: "Bonus fürs Warten",
    why: "Warum",
    caution: "Bitte beachten",
  },
  states: { pair: "Paar", waiting: "wartet weiter" },
  written: (file) => `Geschrieben: ${file}`,
};
