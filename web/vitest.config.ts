import { defineConfig } from "vitest/config"

/** Tests run in Node; a screen test asks for a document with `// @vitest-environment jsdom`. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    pool: "threads",
    maxWorkers: 2,
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-web.xml" }]],
  },
})
