const CACHE = "liaison-shell-v1"
const PATIENCE = 1_500
const ENTRY = "/"
const ASSET = /(?:src|href)="(\/assets\/[^"]+)"/g

/** Page and assets of the current version, kept for opening without a network. Never API answers. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE)
  const page = await fetch(ENTRY, { cache: "no-store" })
  if (!page.ok) throw new TypeError("no shell")
  const html = await page.clone().text()
  await cache.put(ENTRY, page)
  await cache.addAll([...html.matchAll(ASSET)].flatMap(([, path]) => (path ? [path] : [])))
}

export async function dropOldShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith("liaison-shell-") && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** Whether we answer this request at all: only our own page and its hashed assets. */
export function isShell(request: Request, origin: string): boolean {
  const url = new URL(request.url)
  if (request.method !== "GET" || url.origin !== origin) return false
  if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/auth/")) return false
  return request.mode === "navigate" || url.pathname.startsWith("/assets/")
}

export function answer(request: Request): Promise<Response> {
  return request.mode === "navigate" ? page(request) : asset(request)
}

/** The newest page when the network answers soon, else the last one seen. */
async function page(request: Request): Promise<Response> {
  const cached = await caches.match(ENTRY)
  try {
    const signal = cached ? AbortSignal.timeout(PATIENCE) : undefined
    const fresh = await fetch(request, { signal })
    if (isPage(fresh)) void keepPage(fresh.clone())
    return fresh.ok || fresh.type === "opaqueredirect" || !cached ? fresh : cached
  } catch (error) {
    if (cached) return cached
    throw error
  }
}

/** Our page, and not a picture or file that somebody opened in a tab. */
function isPage(response: Response): boolean {
  return response.ok && response.headers.get("Content-Type")?.startsWith("text/html") === true
}

/**
 * So that the next opening without a network is of this version; its assets follow as they are asked
 * for. Where there is no room, the older version stays.
 */
async function keepPage(page: Response): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.put(ENTRY, page).catch(() => undefined)
}

/** Assets carry a hash in their name: what is cached is right. */
async function asset(request: Request): Promise<Response> {
  const cached = await caches.match(request)
  if (cached) return cached
  const fresh = await fetch(request)
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone())
  return fresh
}
