import { lazy, Suspense } from "react"
import { Splash } from "./Splash"

const ConsoleApp = lazy(async () => ({
  default: (await import("../../console/ConsoleApp")).ConsoleApp,
}))

/** The compliance console, fetched only by those who open it. */
export function Console() {
  return (
    <Suspense fallback={<Splash />}>
      <ConsoleApp />
    </Suspense>
  )
}
