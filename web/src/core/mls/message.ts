import { decodeMlsMessage, encodeMlsMessage, type MLSMessage } from "ts-mls"
import { MlsFailure } from "./failure"

type Wireformat = MLSMessage["wireformat"]

/** Decodes one whole MLSMessage of the expected kind; trailing bytes are refused. */
export function decodeMessage<Kind extends Wireformat>(
  bytes: Uint8Array,
  kind: Kind,
): Extract<MLSMessage, { wireformat: Kind }> {
  let decoded: [MLSMessage, number] | undefined
  try {
    decoded = decodeMlsMessage(bytes, 0)
  } catch (cause) {
    throw new MlsFailure("malformed", { cause })
  }
  if (decoded?.[1] !== bytes.length || decoded[0].wireformat !== kind)
    throw new MlsFailure("malformed")
  return decoded[0] as Extract<MLSMessage, { wireformat: Kind }>
}

export function encodeMessage(message: MLSMessage): Uint8Array {
  return encodeMlsMessage(message)
}
