import type { AuditEntry } from "../core"

/** Saves the proof as a file that any C2SP verifier reads without a network. */
export function downloadProof(entry: AuditEntry, file: string): void {
  const url = URL.createObjectURL(new Blob([file], { type: "text/plain" }))
  const link = document.createElement("a")
  link.href = url
  link.download = `liaison-${entry.index}.tlog-proof`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
