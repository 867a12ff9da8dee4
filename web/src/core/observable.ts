/**
 * A value that changes over time, always an immutable snapshot. Same shape as React's
 * `useSyncExternalStore(observable.subscribe, observable.get)`; both functions are bound.
 * `get` returns the identical object until something changed.
 */
export interface Observable<T> {
  readonly get: () => T
  /** The listener runs after each change; the answer unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void
}

/** The writable side, kept by whoever owns the value. */
export class Subject<T> implements Observable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(initial: T) {
    this.#value = initial
  }

  readonly get = (): T => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get observed(): boolean {
    return this.#listeners.size > 0
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}
