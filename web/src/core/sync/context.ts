import type { AttachmentTransfer } from "../attachment/transfer"
import type { ConversationApi } from "../api/conversationApi"
import type { DirectoryApi } from "../api/directoryApi"
import type { PractitionerId } from "../ids"
import type { MlsDevice } from "../mls/device"
import type { ObservedStore } from "../store/observedStore"
import type { DeviceLog } from "./deviceLog"
import type { Serial } from "./serial"

/** What the parts of the synchroniser share. */
export type SyncContext = {
  readonly store: ObservedStore
  readonly conversations: ConversationApi
  readonly directory: DirectoryApi
  readonly attachments: AttachmentTransfer
  readonly device: MlsDevice
  readonly deviceLog: DeviceLog
  readonly self: PractitionerId
  /** Key: conversation id. */
  readonly serial: Serial
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<void>
}
