import { toBase64url } from "../../../encoding/base64url"
import type { MlsPeer } from "./operations"

/** The line that answers a request line; never throws. */
export async function answer(peer: MlsPeer, line: string): Promise<string> {
  let id: unknown
  try {
    const request = JSON.parse(line) as { id?: unknown } | null
    id = request?.id
    return stringify({ id, ok: await peer.run(request) })
  } catch (error) {
    return stringify({ id, error: error instanceof Error ? reasons(error) : String(error) })
  }
}

function stringify(value: object): string {
  return JSON.stringify(value, (_, field: unknown) =>
    field instanceof Uint8Array ? toBase64url(field) : field,
  )
}

function reasons(error: Error): string {
  const own = `${error.name}: ${error.message}`
  return error.cause instanceof Error ? `${own} (${reasons(error.cause)})` : own
}
