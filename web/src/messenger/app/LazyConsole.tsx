import { lazy, Suspense } from "react"
import { Splash } from "./Splash"

const ConsoleApp = lazy(async () => ({
  default: (await import("../../console/ConsoleApp")).ConsoleApp,
}))

const AdministrationApp = lazy(async () => ({
  default: (await import("../../administration/AdministrationApp")).AdministrationApp,
}))

const StaffPage = lazy(async () => ({
  default: (await import("../../staff/StaffPage")).StaffPage,
}))

/** The compliance console, fetched only by those who open it. */
export function Console() {
  return (
    <Suspense fallback={<Splash />}>
      <ConsoleApp />
    </Suspense>
  )
}

/** The platform administrator's pages, fetched only by those who open them. */
export function Administration() {
  return (
    <Suspense fallback={<Splash />}>
      <AdministrationApp />
    </Suspense>
  )
}

/** The pages of a structure's administrator, fetched only by those who open them. */
export function StaffDesk() {
  return (
    <Suspense fallback={<Splash />}>
      <StaffPage />
    </Suspense>
  )
}
