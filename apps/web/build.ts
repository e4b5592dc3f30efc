import { createBuilder } from "vite";

process.chdir(import.meta.dirname);
const builder = await createBuilder({ logLevel: "warn" }, null);
await builder.buildApp();
// The message compiler's storage engine holds the process for half a minute after its work is done.
process.exit(0);
