import { CoreError } from "../coreError"
import type { Bytes } from "../encoding/bytes"
import { decodeRecord, encodeRecord } from "../encoding/record"
import type { DeviceKey } from "../mls/deviceKey"
import { open, seal } from "./sealing"
import type { Change, Range, Store, TableName } from "./store"
import type { Tables } from "./tables"

const RECORDS = "records"
const KEYS = "keys"
/** Above every character of a key. */
const LAST = "\uffff"

/**
 * The browser's store: one object store of sealed records keyed `table/key`, one of CryptoKeys that
 * cannot be extracted. Values are sealed before the transaction opens, because IndexedDB commits as
 * soon as nobody asks for more.
 */
export class IndexedDbStore implements Store {
  private constructor(
    private readonly name: string,
    private readonly database: IDBDatabase,
    private readonly sealingKey: CryptoKey,
  ) {}

  static async open(name: string): Promise<IndexedDbStore> {
    try {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(RECORDS)
        request.result.createObjectStore(KEYS)
      }
      const database = await settled(request)
      // Another tab wiping the store must not wait for us.
      database.onversionchange = () => database.close()
      return new IndexedDbStore(name, database, await sealingKey(database))
    } catch (cause) {
      throw new CoreError("storage", { cause })
    }
  }

  async read<Table extends TableName>(
    table: Table,
    key: string,
  ): Promise<Tables[Table] | undefined> {
    const path = `${table}/${key}`
    const sealed = await settled(
      this.#records("readonly").get(path) as IDBRequest<Bytes | undefined>,
    )
    return sealed && this.#open<Tables[Table]>(path, sealed)
  }

  async list<Table extends TableName>(
    table: Table,
    range: Range = {},
  ): Promise<readonly (readonly [string, Tables[Table]])[]> {
    const from = `${table}/${range.prefix ?? ""}`
    const to =
      range.before === undefined ? from + LAST : min(from + LAST, `${table}/${range.before}`)
    if (to <= from) return []
    const found = await this.#scan(IDBKeyRange.bound(from, to, false, true), range)
    return Promise.all(
      found.map(
        async ([path, sealed]) =>
          [path.slice(table.length + 1), await this.#open<Tables[Table]>(path, sealed)] as const,
      ),
    )
  }

  async write(changes: readonly Change[]): Promise<void> {
    const sealed = await Promise.all(
      changes.map(async (change) => {
        const path = `${change.table}/${change.key}`
        return {
          path,
          bytes:
            "put" in change
              ? await seal(this.sealingKey, path, encodeRecord(change.put))
              : undefined,
        }
      }),
    )
    const records = this.#records("readwrite")
    for (const { path, bytes } of sealed) {
      if (bytes) records.put(bytes, path)
      else records.delete(path)
    }
    await committed(records.transaction)
  }

  async deviceKey(): Promise<DeviceKey | undefined> {
    const keys = this.database.transaction(KEYS).objectStore(KEYS)
    return settled(keys.get("device") as IDBRequest<DeviceKey | undefined>)
  }

  async saveDeviceKey(key: DeviceKey): Promise<void> {
    const transaction = this.database.transaction(KEYS, "readwrite", { durability: "strict" })
    transaction.objectStore(KEYS).put(key, "device")
    await committed(transaction)
  }

  async wipe(): Promise<void> {
    this.database.close()
    await settled(indexedDB.deleteDatabase(this.name))
  }

  close(): void {
    this.database.close()
  }

  /** `strict`: resolved means on disk, since an acknowledgement follows. */
  #records(mode: IDBTransactionMode): IDBObjectStore {
    try {
      return this.database.transaction(RECORDS, mode, { durability: "strict" }).objectStore(RECORDS)
    } catch (cause) {
      throw new CoreError("storage", { cause })
    }
  }

  #scan(keys: IDBKeyRange, range: Range): Promise<[string, Bytes][]> {
    return new Promise((resolve, reject) => {
      const found: [string, Bytes][] = []
      const direction = range.newestFirst ? "prev" : "next"
      const request = this.#records("readonly").openCursor(keys, direction)
      request.onerror = () => reject(new CoreError("storage", { cause: request.error }))
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor || found.length === range.limit) {
          resolve(found)
          return
        }
        found.push([cursor.key as string, cursor.value as Bytes])
        cursor.continue()
      }
    })
  }

  async #open<T>(path: string, sealed: Bytes): Promise<T> {
    return decodeRecord(await open(this.sealingKey, path, sealed)) as T
  }
}

/** Made once per browser, never leaves it. */
async function sealingKey(database: IDBDatabase): Promise<CryptoKey> {
  const read = database.transaction(KEYS).objectStore(KEYS).get("sealing")
  const known = await settled(read as IDBRequest<CryptoKey | undefined>)
  if (known) return known
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ])
  const transaction = database.transaction(KEYS, "readwrite", { durability: "strict" })
  const keys = transaction.objectStore(KEYS)
  // Two tabs may be first at once: the one that adds wins, the other reads.
  const added = keys.add(fresh, "sealing")
  added.onerror = (event) => event.preventDefault()
  await committed(transaction)
  const again = database.transaction(KEYS).objectStore(KEYS).get("sealing")
  return settled(again as IDBRequest<CryptoKey>)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new CoreError("storage", { cause: request.error }))
  })
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new CoreError("storage", { cause: transaction.error }))
  })
}

function min(a: string, b: string): string {
  return a < b ? a : b
}
