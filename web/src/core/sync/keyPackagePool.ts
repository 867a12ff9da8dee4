import { toBase64url } from "../encoding/base64url"
import { createKeyPackage, type OwnKeyPackage } from "../mls/keyPackage"
import { put, remove, type Change } from "../store/store"
import type { SyncContext } from "./context"

const POOL = 20
const LOW = 10
/** Beyond their lifetime and any welcome still under way. */
const KEEP_DAYS = 90

/** Keeps enough single-use key packages at the server for others to add us while we are away. */
export class KeyPackagePool {
  constructor(private readonly context: SyncContext) {}

  /** Private halves are stored before the public ones leave: a Welcome can come at once. */
  async replenish(): Promise<void> {
    const { conversations, store, device, now } = this.context
    const { available, lastResort } = await conversations.keyPackages()
    const missing = available < LOW ? POOL - available : 0
    if (missing === 0 && lastResort) return
    const fresh: OwnKeyPackage[] = []
    for (let i = 0; i < missing; i++) fresh.push(await createKeyPackage(device, now()))
    const last = lastResort ? undefined : await createKeyPackage(device, now())
    await store.write([
      ...fresh.map((own) => this.#keep(own, false)),
      ...(last ? [this.#keep(last, true)] : []),
      ...(await this.#expired()),
    ])
    await conversations.publishKeyPackages(
      fresh.map((own) => toBase64url(own.message)),
      last && toBase64url(last.message),
    )
  }

  #keep(own: OwnKeyPackage, lastResort: boolean): Change {
    const { ref, ...keys } = own
    const createdAt = this.context.now().toISOString()
    return put("keyPackage", ref, { ...keys, lastResort, createdAt })
  }

  async #expired(): Promise<readonly Change[]> {
    const limit = new Date(this.context.now().getTime() - KEEP_DAYS * 86_400_000).toISOString()
    const all = await this.context.store.list("keyPackage")
    return all.filter(([, own]) => own.createdAt < limit).map(([ref]) => remove("keyPackage", ref))
  }
}
