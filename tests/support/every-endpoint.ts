import { endpoints, type Endpoint, type EndpointName } from "@augenhoehe/contract";

const isName = (name: string): name is EndpointName => name in endpoints;

export const ENDPOINT_NAMES: readonly EndpointName[] = Object.keys(endpoints).filter(isName);

/** The whole table of endpoints, as its shape and not as its single rows. */
export const EVERY_ENDPOINT: readonly (readonly [EndpointName, Endpoint])[] = ENDPOINT_NAMES.map((name) => [
  name,
  endpoints[name],
]);
