import { createApplicationMessage } from "ts-mls"
import { configFor, type MlsDevice } from "./device"
import { guarded } from "./failure"
import type { Group } from "./group"
import { encodeMessage } from "./message"
import { paddedLength } from "./padding"

/**
 * Encrypts for the current epoch, padded to a bucket. Store `next` before the bytes leave: sending
 * twice from one state would reuse a key.
 */
export async function encryptMessage(
  device: MlsDevice,
  group: Group,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Promise<{ readonly message: Uint8Array; readonly next: Group }> {
  return guarded(async () => {
    const config = configFor(device, new Date(), { padTo: paddedLength(plaintext.length) })
    const result = await createApplicationMessage(
      { ...group.state, clientConfig: config },
      plaintext,
      device.suite,
      aad,
    )
    const message = encodeMessage({
      version: "mls10",
      wireformat: "mls_private_message",
      privateMessage: result.privateMessage,
    })
    return { message, next: { state: result.newState } }
  })
}
