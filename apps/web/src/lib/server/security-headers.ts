import type { RequestEvent } from "@sveltejs/kit";

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * Headers of every page. The content security policy comes from SvelteKit (it knows the nonces). `same-origin` and
 * not `no-referrer`: the latter makes browsers send `Origin: null`, and every form without JavaScript is refused.
 */
export function secure(response: Response, event: RequestEvent): void {
  const { headers } = response;
  const set = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  set("x-content-type-options", "nosniff");
  set("referrer-policy", "same-origin");
  set("permissions-policy", PERMISSIONS);
  set("cross-origin-opener-policy", "same-origin");
  set("cross-origin-resource-policy", "same-origin");
  set("x-frame-options", "DENY");
  set("cache-control", "private, no-store");
  if (event.url.protocol === "https:") {
    set("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  }
}
