import { AuditApi } from "../api/auditApi"
import { ConversationApi } from "../api/conversationApi"
import type { DirectoryApi } from "../api/directoryApi"
import type { Http } from "../api/http"
import { AttachmentTransfer } from "../attachment/transfer"
import type { Conversations } from "../conversation"
import { CoreError } from "../coreError"
import type { Environment } from "../environment"
import type { DeviceId } from "../ids"
import { mlsDevice } from "../mls/device"
import { Trust } from "../mls/trust"
import { ObservedStore } from "../store/observedStore"
import type { Store } from "../store/store"
import type { SyncContext } from "../sync/context"
import { DeviceLog } from "../sync/deviceLog"
import { Engine } from "../sync/engine"
import { Serial } from "../sync/serial"
import { Cards } from "./cards"
import { ConversationModel } from "./conversationModel"
import { LiveConversations } from "./conversations"
import { People } from "./people"

/** What runs while a device is enrolled and this tab is its writer. */
export type Workspace = {
  readonly device: DeviceId
  readonly engine: Engine
  readonly deviceLog: DeviceLog
  readonly conversations: Conversations
  readonly cards: Cards
  readonly store: ObservedStore
}

export type WorkspaceOptions = {
  readonly environment: Environment
  readonly http: Http
  readonly directory: DirectoryApi
  readonly store: Store
  readonly onRevoked: () => void
  readonly onExpired: () => void
}

/** Puts the parts together, reads the local data and starts synchronising. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { environment, http, directory } = options
  const store = new ObservedStore(options.store)
  const enrolled = await store.read("device", "self")
  const key = await store.deviceKey()
  if (!enrolled || !key) throw new CoreError("storage")
  http.deviceId = enrolled.id
  const trust = new Trust(enrolled.rootCertificate)
  const device = await mlsDevice(enrolled.id, key, enrolled.certificateChain, trust)
  const deviceLog = new DeviceLog({
    audit: new AuditApi(http),
    store,
    now: environment.now,
    sleep: environment.sleep,
  })
  const context: SyncContext = {
    store,
    conversations: new ConversationApi(http),
    directory,
    attachments: new AttachmentTransfer(http),
    device,
    deviceLog,
    self: enrolled.practitionerId,
    serial: new Serial(),
    now: environment.now,
    sleep: environment.sleep,
  }
  const people = new People(directory, store)
  const model = new ConversationModel(store, people, context.self, device.id)
  await model.load()
  const engine = new Engine(context, {
    url: `${environment.origin.replace(/^http/, "ws")}/api/conversation/v1/stream`,
    connect: environment.connect,
    tokens: environment.auth,
    onRevoked: options.onRevoked,
    onExpired: options.onExpired,
    sleep: environment.sleep,
    now: environment.now,
    onUpload: (id, sent, total) => model.uploadMoved(id, sent, total),
  })
  engine.start()
  return {
    device: device.id,
    engine,
    deviceLog,
    conversations: new LiveConversations(context, engine, model),
    cards: new Cards(directory, store, trust),
    store,
  }
}
