import { LOCALES } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id } from "./shared.ts";

export const ModuleSummary = z.strictObject({
  key: z.string(),
  position: z.number().int(),
  title: z.string(),
  topics: z.string(),
  hours: z.number(),
  language: z.enum(LOCALES),
  compulsory: z.boolean(),
});

export const curriculaEndpoints = {
  readCurriculum: endpoint({
    method: "GET",
    path: "/api/curriculum",
    who: ["coordinator", "trainer"],
    summary: "The modules of the network's curriculum and the trainers who can be named",
    response: z.strictObject({
      title: z.string(),
      modules: z.array(ModuleSummary),
      trainers: z.array(z.strictObject({ accountId: Id, displayName: z.string() })),
    }),
  }),
};
