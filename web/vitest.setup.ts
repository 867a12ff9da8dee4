/**
 * A screen that is drawn late on a busy machine is no failure: what a test waits for may take half a
 * minute instead of the second that is usual.
 */
if (typeof document !== "undefined") {
  const { configure } = await import("@testing-library/react")
  configure({ asyncUtilTimeout: 30_000 })
}

export {}
