import { encodeExternalSenders, proposeExternal } from "ts-mls"
import { utf8 } from "../encoding/bytes"
import { generateDeviceKey, type DeviceKey } from "../mls/deviceKey"
import { decodeMessage, encodeMessage } from "../mls/message"
import { deviceSuite, KEY_HANDLE } from "../mls/suite"

/** The delivery service's signing key: what groups list as their external sender, and its proposals. */
export class DeliverySigner {
  private constructor(
    private readonly key: DeviceKey,
    /** The content of external_senders. */
    readonly senders: Uint8Array,
  ) {}

  static async create(name = "liaison-delivery"): Promise<DeliverySigner> {
    const key = await generateDeviceKey()
    const credential = { credentialType: "basic", identity: utf8(name) } as const
    const sender = { signaturePublicKey: key.publicKey, credential }
    return new DeliverySigner(key, encodeExternalSenders([sender]))
  }

  /** A signed Remove for the epoch that the GroupInfo describes. */
  async remove(groupInfo: Uint8Array, leafIndex: number): Promise<Uint8Array> {
    const proposal = await proposeExternal(
      decodeMessage(groupInfo, "mls_group_info").groupInfo,
      { proposalType: "remove", remove: { removed: leafIndex } },
      this.key.publicKey,
      KEY_HANDLE,
      await deviceSuite(this.key),
    )
    return encodeMessage(proposal)
  }
}
