import type { DeviceKey } from "../mls/deviceKey"
import type { Tables } from "./tables"

export type TableName = keyof Tables

/** One change; `put` replaces. */
export type Change = {
  [Table in TableName]:
    | { readonly table: Table; readonly key: string; readonly put: Tables[Table] }
    | { readonly table: Table; readonly key: string; readonly remove: true }
}[TableName]

export type Range = {
  /** Keys starting with this. */
  readonly prefix?: string
  /** Keys strictly below. */
  readonly before?: string
  readonly limit?: number
  readonly newestFirst?: boolean
}

/**
 * Local storage of one device. `write` is one transaction: after it resolved, all changes survive a
 * crash; before, none is visible. Keys are readable (ids only), values are encrypted at rest.
 */
export interface Store {
  read<Table extends TableName>(table: Table, key: string): Promise<Tables[Table] | undefined>
  /** Sorted by key. */
  list<Table extends TableName>(
    table: Table,
    range?: Range,
  ): Promise<readonly (readonly [key: string, value: Tables[Table]])[]>
  write(changes: readonly Change[]): Promise<void>
  /** The device key is kept beside the tables: it cannot be read out, so it cannot be encrypted either. */
  deviceKey(): Promise<DeviceKey | undefined>
  saveDeviceKey(key: DeviceKey): Promise<void>
  /** Forgets everything, the key that decrypts it included. */
  wipe(): Promise<void>
  close(): void
}

/** Shorthands that keep batches readable. */
export function put<Table extends TableName>(
  table: Table,
  key: string,
  value: Tables[Table],
): Change {
  return { table, key, put: value } as Change
}

export function remove(table: TableName, key: string): Change {
  return { table, key, remove: true } as Change
}
