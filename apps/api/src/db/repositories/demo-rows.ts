import type { Tx } from "../client.ts";
import { schema } from "../schema.ts";

type Rows<Table extends { $inferInsert: object }> = readonly Omit<Table["$inferInsert"], "networkId">[];

/** Everything a demo adds to a network that has just been created. */
export interface DemoRows {
  readonly volunteers: Rows<typeof schema.volunteers>;
  readonly accounts: Rows<typeof schema.accounts>;
  readonly signedDeclarations: Rows<typeof schema.signedDeclarations>;
  readonly fuehrungszeugnisEntries: Rows<typeof schema.fuehrungszeugnisEntries>;
  /** Beside the one that the network begins with. */
  readonly curricula: Rows<typeof schema.curricula>;
  readonly curriculumModules: Rows<typeof schema.curriculumModules>;
  readonly courses: Rows<typeof schema.courses>;
  readonly courseTrainers: Rows<typeof schema.courseTrainers>;
  readonly courseSessions: Rows<typeof schema.courseSessions>;
  readonly enrolments: Rows<typeof schema.enrolments>;
  readonly sessionBookings: Rows<typeof schema.sessionBookings>;
  readonly attendances: Rows<typeof schema.attendances>;
  readonly attendanceChanges: Rows<typeof schema.attendanceChanges>;
  readonly certificates: Rows<typeof schema.certificates>;
  readonly logos: Rows<typeof schema.logos>;
  readonly letterheads: Rows<typeof schema.letterheads>;
  readonly moduleMaterials: Rows<typeof schema.moduleMaterials>;
  readonly materialFiles: Rows<typeof schema.materialFiles>;
  readonly sessionFeedbacks: Rows<typeof schema.sessionFeedbacks>;
  readonly feedbackGiven: Rows<typeof schema.feedbackGiven>;
  readonly mentees: Rows<typeof schema.mentees>;
  readonly consents: Rows<typeof schema.consents>;
  readonly mentorRequests: Rows<typeof schema.mentorRequests>;
  readonly proposals: Rows<typeof schema.proposals>;
  readonly tandems: Rows<typeof schema.tandems>;
  readonly stammtische: Rows<typeof schema.stammtische>;
  readonly stammtischAnswers: Rows<typeof schema.stammtischAnswers>;
  readonly stammtischTopics: Rows<typeof schema.stammtischTopics>;
  readonly activities: Rows<typeof schema.activities>;
}

/** One insert per table, in the order their references ask for. */
export async function insertDemoRows(tx: Tx, rows: DemoRows): Promise<void> {
  const { networkId } = tx;
  const own = <Row extends object>(list: readonly Row[]) => list.map((row) => ({ ...row, networkId }));
  await tx.insert(schema.volunteers).values(own(rows.volunteers));
  await tx.insert(schema.accounts).values(own(rows.accounts));
  await tx.insert(schema.signedDeclarations).values(own(rows.signedDeclarations));
  await tx.insert(schema.fuehrungszeugnisEntries).values(own(rows.fuehrungszeugnisEntries));
  await tx.insert(schema.curricula).values(own(rows.curricula));
  await tx.insert(schema.curriculumModules).values(own(rows.curriculumModules));
  await tx.insert(schema.courses).values(own(rows.courses));
  await tx.insert(schema.courseTrainers).values(own(rows.courseTrainers));
  await tx.insert(schema.courseSessions).values(own(rows.courseSessions));
  await tx.insert(schema.enrolments).values(own(rows.enrolments));
  await tx.insert(schema.sessionBookings).values(own(rows.sessionBookings));
  await tx.insert(schema.attendances).values(own(rows.attendances));
  await tx.insert(schema.attendanceChanges).values(own(rows.attendanceChanges));
  await tx.insert(schema.certificates).values(own(rows.certificates));
  await tx.insert(schema.logos).values(own(rows.logos));
  await tx.insert(schema.letterheads).values(own(rows.letterheads));
  await tx.insert(schema.moduleMaterials).values(own(rows.moduleMaterials));
  await tx.insert(schema.materialFiles).values(own(rows.materialFiles));
  await tx.insert(schema.sessionFeedbacks).values(own(rows.sessionFeedbacks));
  await tx.insert(schema.feedbackGiven).values(own(rows.feedbackGiven));
  await tx.insert(schema.mentees).values(own(rows.mentees));
  await tx.insert(schema.consents).values(own(rows.consents));
  await tx.insert(schema.mentorRequests).values(own(rows.mentorRequests));
  await tx.insert(schema.proposals).values(own(rows.proposals));
  await tx.insert(schema.tandems).values(own(rows.tandems));
  await tx.insert(schema.stammtische).values(own(rows.stammtische));
  await tx.insert(schema.stammtischAnswers).values(own(rows.stammtischAnswers));
  await tx.insert(schema.stammtischTopics).values(own(rows.stammtischTopics));
  await tx.insert(schema.activities).values(own(rows.activities));
}
