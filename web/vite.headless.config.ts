import { defineConfig } from "vite"

/** The scripted client for acceptance and load tests, as one file for Node. */
export default defineConfig({
  build: {
    ssr: "src/core/testing/headless/main.ts",
    target: "node20",
    outDir: "target/headless",
    rollupOptions: { output: { entryFileNames: "client.mjs" } },
  },
  ssr: { noExternal: true },
})
