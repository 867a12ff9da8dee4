/** What this browser knows of the log's own key. */
export type LogKey =
  | { readonly kind: "known"; readonly key: string }
  /** The key differs from the one seen here before: nothing it signs is believed. */
  | { readonly kind: "changed"; readonly key: string; readonly pinned: string }

const PIN = "liaison.audit-log-key"

/** Fetches the log's public key and holds it against the one this browser saw first. */
export async function readLogKey(origin = ""): Promise<LogKey> {
  const answer = await fetch(`${origin}/api/audit/v1/log/key`, { credentials: "omit" })
  if (!answer.ok) throw new Error("no log key")
  return pin((await answer.text()).trim())
}

/** The first key seen is kept; a later, different one is reported as changed. */
export function pin(key: string): LogKey {
  const pinned = localStorage.getItem(PIN)
  if (pinned === null) localStorage.setItem(PIN, key)
  return pinned === null || pinned === key
    ? { kind: "known", key }
    : { kind: "changed", key, pinned }
}
