// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { repeatWhileSeen } from "./repeatWhileSeen"

function show(seen: boolean) {
  Object.defineProperty(document, "hidden", { configurable: true, value: !seen })
  document.dispatchEvent(new Event("visibilitychange"))
}

describe("repeating while somebody looks", () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    show(true)
  })

  it("waits as long as each call says, and stops when one says nothing", async () => {
    const step = vi.fn<() => Promise<number | undefined>>()
    step.mockResolvedValueOnce(10).mockResolvedValueOnce(50).mockResolvedValue(undefined)
    repeatWhileSeen(step, 0)

    await vi.advanceTimersByTimeAsync(9)
    expect(step).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(step).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(49)
    expect(step).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1000)
    show(true)
    expect(step).toHaveBeenCalledTimes(3)
  })

  it("asks nothing of a hidden page, and at once when it is seen again", async () => {
    const step = vi.fn(async () => 10)
    const end = repeatWhileSeen(step, 0)
    await vi.advanceTimersByTimeAsync(0)
    show(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(step).toHaveBeenCalledTimes(1)

    show(true)
    expect(step).toHaveBeenCalledTimes(2)
    end()
  })

  it("never has two calls at once, and none after its end", async () => {
    const signals: AbortSignal[] = []
    const end = repeatWhileSeen((signal) => {
      signals.push(signal)
      return new Promise(() => undefined)
    }, 0)
    await vi.advanceTimersByTimeAsync(0)
    show(false)
    show(true)
    expect(signals).toHaveLength(1)

    end()
    expect(signals[0]?.aborted).toBe(true)
    show(true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(signals).toHaveLength(1)
  })
})
