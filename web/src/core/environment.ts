import type { Auth } from "./auth/auth"
import type { AccountId } from "./ids"
import type { PushPlatform } from "./push/platform"
import type { Store } from "./store/store"
import type { WriterLock } from "./store/writerLock"
import type { Socket } from "./sync/stream"

/** Everything the core takes from outside: a browser, a Node process or a test provides it. */
export type Environment = {
  /** Where the gateway is, without a slash at the end. */
  readonly origin: string
  readonly auth: Auth
  readonly fetch: (request: Request) => Promise<Response>
  readonly connect: (url: string) => Socket
  /** Local data is separate per account: a shared workstation has several. */
  readonly openStore: (account: AccountId) => Promise<Store>
  readonly writerLock: (account: AccountId) => WriterLock
  readonly push: PushPlatform
  /** Calls back when the network returns or the window is looked at again. */
  readonly onWake: (listener: () => void) => () => void
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly now: () => Date
}
