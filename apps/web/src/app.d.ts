import type { ApiGateway } from "#lib/server/api.ts";
import type { Me } from "@augenhoehe/contract";
import type { NetworkChoice } from "#lib/server/network.ts";
import type { PageLocale } from "#lib/locale.ts";

declare global {
  namespace App {
    interface Error {
      /** To quote when asking for help; only where the mistake was ours. */
      requestId?: string;
    }
    interface Locals {
      locale: PageLocale;
      moreContrast: boolean;
      /** Who is signed in, asked of the api once per request and only when needed. */
      me: () => Promise<Me | null>;
      /** Every network of this program and the one meant here, asked once per request and only when needed. */
      networks: () => Promise<NetworkChoice>;
    }
    interface PageData {
      /** The page has a form with id `page-form` whose action `keepTyped` the language picker may post to. */
      pageForm?: boolean;
      /** For newcomers on shared phones: a button that leaves to a neutral page at once. */
      quickExit?: boolean;
      /** Shown on a wall: nothing around it. */
      onWall?: boolean;
    }
    interface Platform {
      req: { augenhoeheApi?: ApiGateway };
    }
  }
}

export {};
