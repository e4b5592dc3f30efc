import * as matching from "./schema/matching.ts";
import * as mentorChanges from "./schema/mentor-changes.ts";
import * as people from "./schema/people.ts";
import * as platform from "./schema/platform.ts";
import * as rounds from "./schema/rounds.ts";
import * as training from "./schema/training.ts";

export const schema = { ...platform, ...people, ...training, ...matching, ...mentorChanges, ...rounds };
