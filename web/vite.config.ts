import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** The gateway of the local platform; `npm run dev` forwards everything but the sources to it. */
const platform = process.env.LIAISON_ORIGIN ?? "http://localhost:8080"

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // A strict CSP refuses data: scripts and inline modules, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", sw: "src/sw.ts" },
      output: {
        // The service worker must keep one address for ever.
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: {
    proxy: {
      "/api": { target: platform, ws: true },
      "/auth": { target: platform },
    },
  },
})
