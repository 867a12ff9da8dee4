import { Subject, type TimelineItem } from "../../core"

const NEAR_BOTTOM_PX = 80

/** `away`: the end is out of sight. `arrived`: messages that came meanwhile. */
export type Place = { readonly away: boolean; readonly arrived: number }

const AT_END: Place = { away: false, arrived: 0 }

/**
 * Keeps the reader's place in a list of messages: opens at the first unread one or at the end, follows new
 * ones only while the end is in sight, and holds still when older ones are put above.
 */
export class ScrollKeeper {
  readonly place = new Subject<Place>(AT_END)
  #box: HTMLElement | undefined
  #first = ""
  #last = ""
  #height = 0
  #count = 0
  #opened = false

  /** To be used as the ref of the scrolling element. */
  readonly attach = (box: HTMLElement | null): (() => void) => {
    this.#box = box ?? undefined
    if (box === null || typeof ResizeObserver === "undefined") return () => undefined
    // The keyboard of a phone or a growing composer must not hide the end.
    const observer = new ResizeObserver(() => {
      if (!this.place.get().away) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    return () => observer.disconnect()
  }

  readonly toLatest = (): void => {
    if (this.#box !== undefined) this.#box.scrollTop = this.#box.scrollHeight
    this.place.set(AT_END)
  }

  readonly onScroll = (): void => {
    const box = this.#box
    if (box === undefined) return
    const away = box.scrollHeight - box.scrollTop - box.clientHeight >= NEAR_BOTTOM_PX
    const before = this.place.get()
    if (away !== before.away) this.place.set(away ? { ...before, away } : AT_END)
  }

  /** Call after each new set of messages is on the page. */
  update(items: readonly TimelineItem[]): void {
    const box = this.#box
    if (box === undefined) return
    const before = {
      first: this.#first,
      last: this.#last,
      height: this.#height,
      count: this.#count,
    }
    const last = items.at(-1)
    this.#first = items[0]?.id ?? ""
    this.#last = last?.id ?? ""
    this.#height = box.scrollHeight
    this.#count = items.length
    if (!this.#opened) {
      this.#opened = true
      this.#open(box)
    } else if (this.#first !== before.first && this.#last === before.last) {
      box.scrollTop += box.scrollHeight - before.height
    } else if (this.#last === before.last) {
      if (!this.place.get().away) box.scrollTop = box.scrollHeight
    } else if (!this.place.get().away || (last?.kind === "message" && last.own)) {
      this.toLatest()
    } else {
      const arrived = this.place.get().arrived + Math.max(items.length - before.count, 1)
      this.place.set({ away: true, arrived })
    }
  }

  #open(box: HTMLElement): void {
    const unread = box.querySelector("[data-unread-line]")
    if (unread === null) box.scrollTop = box.scrollHeight
    else unread.scrollIntoView({ block: "center" })
    this.onScroll()
  }
}
