import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

/** The least that SvelteKit can render: the floor for pages per second. */
export default defineConfig({
  plugins: [sveltekit({ adapter: adapter({ out: process.env["EMPTY_PAGE_OUT"] ?? "build" }) })],
});
