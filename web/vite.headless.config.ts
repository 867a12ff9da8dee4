import { defineConfig } from "vite"

/** Programs for Node: the scripted client and the MLS peer of the acceptance and load tests. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "target/headless",
    rollupOptions: {
      input: {
        client: "src/core/testing/headless/main.ts",
        "mls-peer": "src/core/testing/headless/mlsPeer.ts",
        "mls-vectors": "src/core/testing/headless/mlsVectors.ts",
      },
      output: { entryFileNames: "[name].mjs", chunkFileNames: "shared/[name]-[hash].mjs" },
    },
  },
  ssr: { noExternal: true },
})
