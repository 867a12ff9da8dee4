import { decodeRecord, encodeRecord } from "../encoding/record"
import type { DeviceKey } from "../mls/deviceKey"
import type { Change, Range, Store, TableName } from "./store"
import type { Tables } from "./tables"

/** For tests and scripted clients: same promises as the browser's store, until the process ends. */
export class MemoryStore implements Store {
  readonly #tables = new Map<string, Map<string, Uint8Array>>()
  #deviceKey: DeviceKey | undefined

  async read<Table extends TableName>(
    table: Table,
    key: string,
  ): Promise<Tables[Table] | undefined> {
    const bytes = this.#table(table).get(key)
    return bytes && (decodeRecord(bytes) as Tables[Table])
  }

  async list<Table extends TableName>(
    table: Table,
    range: Range = {},
  ): Promise<readonly (readonly [string, Tables[Table]])[]> {
    const { prefix = "", before, limit, newestFirst = false } = range
    const keys = [...this.#table(table).keys()]
      .filter((key) => key.startsWith(prefix) && (before === undefined || key < before))
      .sort()
    if (newestFirst) keys.reverse()
    return keys.slice(0, limit).flatMap((key) => {
      const bytes = this.#table(table).get(key)
      return bytes ? [[key, decodeRecord(bytes) as Tables[Table]] as const] : []
    })
  }

  async write(changes: readonly Change[]): Promise<void> {
    // Encoded first, so that a value that cannot be stored leaves nothing half written.
    const encoded = changes.map((change) => ({
      ...change,
      bytes: "put" in change ? encodeRecord(change.put) : undefined,
    }))
    for (const { table, key, bytes } of encoded) {
      if (bytes) this.#table(table).set(key, bytes)
      else this.#table(table).delete(key)
    }
  }

  async deviceKey(): Promise<DeviceKey | undefined> {
    return this.#deviceKey
  }

  async saveDeviceKey(key: DeviceKey): Promise<void> {
    this.#deviceKey = key
  }

  async wipe(): Promise<void> {
    this.#tables.clear()
    this.#deviceKey = undefined
  }

  close(): void {
    // Nothing is held open.
  }

  #table(name: string): Map<string, Uint8Array> {
    const table = this.#tables.get(name) ?? new Map<string, Uint8Array>()
    this.#tables.set(name, table)
    return table
  }
}
