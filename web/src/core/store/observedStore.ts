import type { DeviceKey } from "../mls/deviceKey"
import type { Change, Range, Store, TableName } from "./store"
import type { Tables } from "./tables"

/** A store that tells listeners what was written, once it is durable. The screens' model follows it. */
export class ObservedStore implements Store {
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()

  constructor(private readonly inner: Store) {}

  onWrite(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  read<Table extends TableName>(table: Table, key: string): Promise<Tables[Table] | undefined> {
    return this.inner.read(table, key)
  }

  list<Table extends TableName>(
    table: Table,
    range?: Range,
  ): Promise<readonly (readonly [string, Tables[Table]])[]> {
    return this.inner.list(table, range)
  }

  async write(changes: readonly Change[]): Promise<void> {
    await this.inner.write(changes)
    for (const listener of [...this.#listeners]) listener(changes)
  }

  deviceKey(): Promise<DeviceKey | undefined> {
    return this.inner.deviceKey()
  }

  saveDeviceKey(key: DeviceKey): Promise<void> {
    return this.inner.saveDeviceKey(key)
  }

  wipe(): Promise<void> {
    return this.inner.wipe()
  }

  close(): void {
    this.inner.close()
  }
}
