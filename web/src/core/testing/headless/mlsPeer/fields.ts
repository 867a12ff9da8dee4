import { fromBase64url } from "../../../encoding/base64url"

/** Reads a JSON object by what is expected in it; bytes are base64url. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(value: unknown) {
    if (typeof value !== "object" || value === null) throw new TypeError("not an object")
    this.#values = value as Readonly<Record<string, unknown>>
  }

  static readonly toBytes = (value: unknown): Uint8Array => {
    if (typeof value !== "string") throw new TypeError("bytes are base64url text")
    return fromBase64url(value)
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null
  }

  text(name: string): string {
    const value = this.#values[name]
    if (typeof value !== "string") throw new TypeError(`${name} is not a text`)
    return value
  }

  number(name: string): number {
    const value = this.#values[name]
    if (typeof value !== "number") throw new TypeError(`${name} is not a number`)
    return value
  }

  flag(name: string): boolean {
    return this.#values[name] === true
  }

  bytes(name: string): Uint8Array {
    return Fields.toBytes(this.text(name))
  }

  optionalBytes(name: string): Uint8Array | undefined {
    return this.has(name) ? this.bytes(name) : undefined
  }

  /** Empty when absent. */
  list<T>(name: string, read: (value: unknown) => T): T[] {
    const value = this.#values[name] ?? []
    if (!Array.isArray(value)) throw new TypeError(`${name} is not a list`)
    return value.map((item: unknown) => read(item))
  }
}
