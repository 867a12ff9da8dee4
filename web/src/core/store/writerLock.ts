/**
 * One writer per device: two tabs working on the same group states would fork them and lose messages.
 */
export interface WriterLock {
  /** Resolves when we hold it (`true`) or somebody else does (`false`). `onLost`: another tab took it. */
  acquire(onLost: () => void): Promise<boolean>
  /** Takes it from whoever holds it. */
  steal(onLost: () => void): Promise<void>
  release(): void
}

/** By the Web Locks API: also freed when the tab crashes. */
export class WebWriterLock implements WriterLock {
  #release: (() => void) | undefined

  constructor(private readonly name: string) {}

  acquire(onLost: () => void): Promise<boolean> {
    return this.#request({ ifAvailable: true }, onLost)
  }

  async steal(onLost: () => void): Promise<void> {
    await this.#request({ steal: true }, onLost)
  }

  release(): void {
    this.#release?.()
    this.#release = undefined
  }

  #request(options: LockOptions, onLost: () => void): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let held = false
      navigator.locks
        .request(this.name, options, (lock) => {
          held = lock !== null
          resolve(held)
          if (!held) return
          return new Promise<void>((release) => {
            this.#release = release
          })
        })
        .catch((error: unknown) => {
          // A stolen lock rejects with AbortError after it was granted.
          if (held) onLost()
          else reject(error instanceof Error ? error : new Error("lock"))
        })
    })
  }
}

/** For a process that holds its store alone. */
export class SoleWriterLock implements WriterLock {
  async acquire(): Promise<boolean> {
    return true
  }

  async steal(): Promise<void> {
    // Nobody to take it from.
  }

  release(): void {
    // Nobody waits.
  }
}
