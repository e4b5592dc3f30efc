import type { AssignmentProblem } from "@augenhoehe/domain/matching";
import highsModule from "highs";
import type { Task } from "./tasks.ts";

/** The package's types describe its CommonJS form, where the loader lies under "default"; imported, it is the module. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** A general solver as a judge that shares no idea with ours: the assignment as a linear program, its corners whole. */
export async function openHighs(task: Task) {
  const highs = await loadHighs();
  return (problem: AssignmentProblem) => solve(highs, problem, task);
}

function solve(highs: Highs, problem: AssignmentProblem, task: Task) {
  if (task === "priority-first") throw new Error("highs is asked about value and served-first only");
  const value = Int32Array.from(problem.edges.value);
  // One more person served outweighs whatever it costs the others.
  const highest = value.reduce((most, points) => Math.max(most, points), 0);
  const bonus = task === "served-first" ? (highest + 1) * problem.requests : 0;
  const sum = Array.from(value, (points, edge) => `${points + bonus} e${edge}`).join("\n+ ");
  const program = `Maximize\n ${sum}\nSubject To\n${limitsOf(problem).join("\n")}\nEnd`;
  const solution = highs.solve(program, { output_flag: false });
  if (solution.Status !== "Optimal") throw new Error(`highs stopped: ${solution.Status}`);
  const made = value.filter((_, edge) => (solution.Columns[`e${edge}`]?.Primal ?? 0) > 0.5);
  return { total: made.reduce((total, points) => total + points, 0), served: made.length };
}

/** One line for each person: a request is served at most once, a mentor at most as often as there are places. */
function limitsOf({ requests, mentors, capacities, edges }: AssignmentProblem): string[] {
  const ofRequest = Array.from({ length: requests }, (): string[] => []);
  const ofMentor = Array.from({ length: mentors }, (): string[] => []);
  for (let edge = 0; edge < edges.value.length; edge++) {
    ofRequest[edges.request[edge] ?? 0]?.push(`e${edge}`);
    ofMentor[edges.mentor[edge] ?? 0]?.push(`e${edge}`);
  }
  return [
    ...ofRequest.filter((names) => names.length > 0).map((names) => `${names.join("\n+ ")} <= 1`),
    ...ofMentor.flatMap((names, mentor) =>
      names.length > 0 ? [`${names.join("\n+ ")} <= ${capacities[mentor] ?? 0}`] : [],
    ),
  ];
}
