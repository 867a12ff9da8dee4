/**
 * Registers the service worker of a built client (the development server has none) and hands its
 * wake-ups on.
 */
export function registerServiceWorker(onPush: () => void): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if ((data as { type?: unknown } | null)?.type === "push") onPush()
  })
  // Without it everything but push and offline opening works.
  navigator.serviceWorker.register("/sw.js").catch(() => undefined)
}
