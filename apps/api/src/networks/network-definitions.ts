import { dorsten } from "./dorsten.ts";
import { dresden } from "./dresden.ts";
import { dueren } from "./dueren.ts";
import { moenchengladbach } from "./moenchengladbach.ts";
import type { NetworkDefinition } from "./network-definition.ts";

/** Networks that can be chosen at first run; another city is another definition. */
export const NETWORK_DEFINITIONS: readonly NetworkDefinition[] = [moenchengladbach, dorsten, dueren, dresden];

/** Credit lines of a network's facts; a network set up by hand has none. */
export const creditsOf = (slug: string): readonly string[] =>
  NETWORK_DEFINITIONS.find((definition) => definition.slug === slug)?.credits ?? [];
