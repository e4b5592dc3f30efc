import { randomUUID } from "node:crypto";
import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { direction } from "#lib/locale.ts";
import { logOf } from "#lib/server/api.ts";
import { lazyMe } from "#lib/server/me.ts";
import { lazyNetworks } from "#lib/server/network.ts";
import { choosePageLocale, speaking } from "#lib/server/page-locale.ts";

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.me = lazyMe(event);
  event.locals.networks = lazyNetworks(event);
  event.locals.moreContrast = event.cookies.get("contrast") === "more";
  const locale = await choosePageLocale(event);
  event.locals.locale = locale;

  return speaking(locale, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html
          .replace("%page.lang%", locale)
          .replace("%page.dir%", direction(locale))
          .replace("%page.contrast%", event.locals.moreContrast ? "more" : "normal"),
    }),
  );
};

/** Where it happened; what the mistake says may quote what somebody typed. */
const framesOf = ({ stack = "" }: Error): string[] => stack.split("\n").filter((line) => /^\s+at /.test(line));

export const handleError: HandleServerError = (caught) => {
  if (caught.kind !== "unknown") return caught.error;
  const { error, event } = caught;
  const requestId = randomUUID();
  logOf(event)?.error(
    {
      requestId,
      route: event.route.id,
      name: error instanceof Error ? error.name : typeof error,
      stack: error instanceof Error ? framesOf(error) : undefined,
    },
    "A page failed",
  );
  return { status: 500, message: "Internal Error", requestId };
};
