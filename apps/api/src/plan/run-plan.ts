import { NO_WISHES, planRound, verifyPlan } from "@augenhoehe/domain/matching";
import { localDayOf } from "../local-time.ts";
import { buildReport } from "./build-report.ts";
import { languageOf, parseOptions, type PlanCall, type PlanLanguage, type PlanOptions } from "./options.ts";
import { planJson } from "./plan-json.ts";
import type { PlanReport } from "./plan-report.ts";
import { PlanRefusal, type Problem } from "./problem.ts";
import { cellLine, printNotes } from "./print-notes.ts";
import { printReport } from "./print-report.ts";
import { readPlan, TIME_ZONE } from "./read-plan.ts";
import { tellingOf, type Telling } from "./telling.ts";
import { PLAN_WORDS } from "./words/naming.ts";
import { formatOf, requireOtherFile, writeOut } from "./write-out.ts";

export interface Terminal {
  readonly width: number;
  readonly now: Date;
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** More pairs of people than this take longer than a moment. */
const LONG_PAIRS = 2_000_000;

const DONE = 0;
const REFUSED = 1;
const WRONG_CALL = 2;

/** The command from its arguments to its exit code. */
export async function runPlan(args: readonly string[], terminal: Terminal): Promise<number> {
  let call: PlanCall;
  try {
    call = parseOptions(args);
  } catch (error) {
    return refuse(error, languageOf(args), terminal, WRONG_CALL);
  }
  if (call.options === null) {
    terminal.out(PLAN_WORDS[call.language].help);
    return DONE;
  }
  try {
    await plan(call.options, call.language, terminal);
    return DONE;
  } catch (error) {
    return refuse(error, call.language, terminal, REFUSED);
  }
}

async function plan(options: PlanOptions, language: PlanLanguage, terminal: Terminal): Promise<void> {
  if (options.out !== null) {
    formatOf(options.out);
    requireOtherFile(options.out, [options.volunteers, options.requests, options.districts ?? options.volunteers]);
  }
  const read = await readPlan(options, options.today ?? localDayOf(terminal.now, TIME_ZONE));
  const { settings } = options;
  if (read.input.requests.length * read.input.mentors.length > LONG_PAIRS)
    terminal.error(PLAN_WORDS[language].patience);
  const best = planRound(read.input, settings, NO_WISHES);
  const proof = verifyPlan(read.input, settings, NO_WISHES, best);
  if (!proof.valid) throw new Error(`The plan does not stand up to its own proof: ${proof.flaw}`);
  const telling = tellingOf(read, best, settings, language);
  const report = buildReport(telling, options);
  for (const line of printNotes(report, telling.words, options.notes)) terminal.error(line);
  print(report, telling, options, language, terminal);
  if (options.out === null) return;
  await writeOut(options.out, report, telling.words, telling.naming);
  terminal.error(telling.words.written(options.out));
}

function print(
  report: PlanReport,
  { words, naming }: Telling,
  options: PlanOptions,
  language: PlanLanguage,
  terminal: Terminal,
): void {
  if (options.json) terminal.out(JSON.stringify(planJson(report, language), null, 2));
  else for (const line of printReport(report, words, naming, options.width ?? terminal.width)) terminal.out(line);
}

function refuse(error: unknown, language: PlanLanguage, { error: say }: Terminal, exitCode: number): number {
  if (!(error instanceof PlanRefusal)) throw error;
  const words = PLAN_WORDS[language];
  for (const note of cellsOf(error.problem)) say(cellLine(note, words));
  say(words.problem(error.problem));
  say(words.refused);
  return exitCode;
}

const cellsOf = (problem: Problem) => (problem.code === "unreadable_cells" ? problem.cells : []);
