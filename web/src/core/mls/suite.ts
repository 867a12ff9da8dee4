import {
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  type CiphersuiteImpl,
  type CiphersuiteName,
} from "ts-mls"
import { sameBytes, utf8 } from "../encoding/bytes"
import { signWithDeviceKey, type DeviceKey } from "./deviceKey"

export const SUITE_NAME: CiphersuiteName = "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519"

/** Stands where ts-mls keeps the private key bytes: group states never contain the device key. */
export const KEY_HANDLE = utf8("liaison-device-key")

/** Suite 1 whose signatures are made by the device's non-extractable key. */
export async function deviceSuite(key: DeviceKey): Promise<CiphersuiteImpl> {
  const suite = await getCiphersuiteImpl(getCiphersuiteFromName(SUITE_NAME))
  return {
    ...suite,
    signature: {
      ...suite.signature,
      async sign(signKey, message) {
        if (!sameBytes(signKey, KEY_HANDLE)) throw new TypeError("not the device key handle")
        return signWithDeviceKey(key, message)
      },
    },
  }
}
