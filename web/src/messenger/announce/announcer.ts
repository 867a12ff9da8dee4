/** Says something once to a screen reader. `assertive` is for urgent messages only. */
export type Politeness = "polite" | "assertive"

const listeners = new Map<Politeness, (text: string) => void>()

export function announce(text: string, politeness: Politeness = "polite"): void {
  listeners.get(politeness)?.(text)
}

/** The region of the page that speaks for one politeness; there is one of each, from first paint. */
export function onAnnounce(politeness: Politeness, say: (text: string) => void): () => void {
  listeners.set(politeness, say)
  return () => {
    if (listeners.get(politeness) === say) listeners.delete(politeness)
  }
}
