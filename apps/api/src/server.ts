import { runUntilStopped } from "./run-until-stopped.ts";
import { loadWebHandler } from "./load-web-handler.ts";

await runUntilStopped(loadWebHandler);
