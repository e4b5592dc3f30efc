import { POPULATION_CREDITS } from "../demo/population-shares.ts";
import { dorsten } from "./dorsten.ts";
import { dresden } from "./dresden.ts";
import { dueren } from "./dueren.ts";
import { moenchengladbach } from "./moenchengladbach.ts";
import type { NetworkDefinition } from "./network-definition.ts";

/** Networks that can be chosen at first run; another city is another definition. */
export const NETWORK_DEFINITIONS: readonly NetworkDefinition[] = [moenchengladbach, dorsten, dueren, dresden];

/** Who made the facts a network stands on, as their licences ask; a demo also owes the shares of its invented people. */
export const creditsOf = ({ slug, demo }: { readonly slug: string; readonly demo: boolean }): string[] => [
  ...(NETWORK_DEFINITIONS.find((definition) => definition.slug === slug)?.credits ?? []),
  ...(demo ? POPULATION_CREDITS : []),
];
