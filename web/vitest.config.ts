import { defineConfig } from "vitest/config"

/** Tests run in Node; a screen test asks for a document with `// @vitest-environment jsdom`. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["vitest.setup.ts"],
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    pool: "threads",
    maxWorkers: 2,
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-web.xml" }]],
  },
})
