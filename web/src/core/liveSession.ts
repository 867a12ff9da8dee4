import { AdministrationApi } from "./api/administrationApi"
import { StaffApi } from "./api/staffApi"
import { AuditApi } from "./api/auditApi"
import { DelegationApi } from "./api/delegationApi"
import { DirectoryApi } from "./api/directoryApi"
import { Http } from "./api/http"
import { NotificationApi } from "./api/notificationApi"
import { ApiProblem } from "./api/problem"
import type { Conversations } from "./conversation"
import { CoreError } from "./coreError"
import type { Environment } from "./environment"
import type { DeviceId } from "./ids"
import { LogFault } from "./log/bindings"
import { ContactBook } from "./model/contactBook"
import { enrolDevice, renewCertificate, viewDevice } from "./model/devices"
import { DelegatingConversations } from "./model/delegatingConversations"
import { compareOwnKeys } from "./model/ownKeys"
import { startWorkspace, type Workspace } from "./model/workspace"
import { Subject } from "./observable"
import type { Device, Me, OwnKeys } from "./people"
import { PushModel } from "./push/pushModel"
import type { Connection, Devices, Directory, Session, SessionState } from "./session"
import type { Store } from "./store/store"
import type { WriterLock } from "./store/writerLock"

const RETRY_START = 2_000
const LONGEST_RETRY = 30_000
const STOP_PATIENCE = 3_000

type Practising = Me & { readonly practitioner: NonNullable<Me["practitioner"]> }

/** The session of one tab: from login over enrolment to a running workspace, and back. */
export class LiveSession implements Session {
  readonly state = new Subject<SessionState>({ kind: "starting" })
  readonly connection = new Subject<Connection>({ kind: "connecting" })
  readonly directory: Directory
  readonly devices: Devices
  readonly delegations: DelegationApi
  readonly push: PushModel
  readonly audit: AuditApi
  readonly administration: AdministrationApi
  readonly staff: StaffApi
  readonly #conversations = new DelegatingConversations()
  readonly conversations: Conversations = this.#conversations
  readonly contacts = new ContactBook()
  readonly #http: Http
  readonly #directory: DirectoryApi
  #me: Practising | undefined
  #store: Store | undefined
  #lock: WriterLock | undefined
  #workspace: Workspace | undefined
  #signedIn = false
  #wakeStart: (() => void) | undefined
  readonly #unwatch: () => void

  constructor(private readonly environment: Environment) {
    const { origin, fetch, auth, sleep } = environment
    this.#http = new Http({ origin, fetch, tokens: auth, sleep })
    this.#directory = new DirectoryApi(this.#http)
    this.directory = {
      search: (query, signal) => this.#directory.search(query, signal),
      practitioner: (id, signal) => this.#directory.practitioner(id, signal),
      matches: (rows, signal) => this.#directory.matches(rows, signal),
      communes: (name, signal) => this.#directory.communes(name, signal),
      structures: (query, signal) => this.#directory.structures(query, signal),
      structure: (id, signal) => this.#directory.structure(id, signal),
      members: (id, cursor, signal) => this.#directory.members(id, cursor, signal),
      services: (id, cursor, signal) => this.#directory.services(id, cursor, signal),
      card: async (id, signal) => this.#ready().cards.read(id, signal),
      acknowledgeCard: async (id) => this.#ready().cards.acknowledge(id),
    }
    this.delegations = new DelegationApi(this.#http)
    this.audit = new AuditApi(this.#http)
    this.administration = new AdministrationApi(this.#http)
    this.staff = new StaffApi(this.#http)
    this.push = new PushModel(new NotificationApi(this.#http), environment.push)
    this.devices = {
      list: () => this.#listDevices(),
      keys: () => this.#ownKeys(),
      revoke: (id) => this.#revoke(id),
    }
    auth.onEnded = () => void this.#close({ kind: "signed-out", reason: "expired" })
    this.#unwatch = environment.onWake(() => {
      this.#wakeStart?.()
      this.#workspace?.engine.stream.wake()
    })
  }

  async start(): Promise<void> {
    this.state.set({ kind: "starting" })
    await this.#begin(0)
  }

  async #begin(attempt: number): Promise<void> {
    try {
      this.#signedIn ||= await this.environment.auth.start()
      if (!this.#signedIn) {
        this.state.set({ kind: "signed-out" })
        return
      }
      const me = await this.#directory.me()
      if (me.practitioner) await this.#enter({ ...me, practitioner: me.practitioner }, false)
      else this.state.set({ kind: "staff", me })
    } catch (error) {
      this.#failed(error)
      if (isPassing(error)) void this.#beginAgain(attempt + 1)
    }
  }

  /** Sooner when the network returns; later each time it does not help. */
  async #beginAgain(attempt: number): Promise<void> {
    const failed = this.state.get()
    const woken = new Promise<void>((resolve) => (this.#wakeStart = resolve))
    const delay = Math.min(RETRY_START * 2 ** (attempt - 1), LONGEST_RETRY)
    await Promise.race([this.environment.sleep(delay), woken])
    if (this.state.get() === failed) await this.#begin(attempt)
  }

  login(as: "psc" | "staff"): Promise<void> {
    return this.environment.auth.login(as)
  }

  stepUp(): Promise<void> {
    return this.environment.auth.stepUp()
  }

  async enrolDevice(name: string): Promise<void> {
    const [me, store] = [this.#me, this.#store]
    if (this.state.get().kind !== "needs-device" || !me || !store) throw new CoreError("not-ready")
    try {
      await enrolDevice(this.#directory, store, name, me)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== "step-up-required") throw error
      this.state.set({ kind: "needs-device", me, stepUp: true })
      return
    }
    await this.#work(me, store)
  }

  async takeOver(): Promise<void> {
    if (!this.#me) throw new CoreError("not-ready")
    await this.#enter(this.#me, true)
  }

  async logout(options: { readonly forget?: boolean } = {}): Promise<void> {
    const device = this.#http.deviceId
    const store = this.#store
    const patience = this.environment.sleep(STOP_PATIENCE)
    if (options.forget) await Promise.race([this.push.disable().catch(() => undefined), patience])
    await this.#close({ kind: "signed-out", reason: "logged-out" })
    if (options.forget) {
      // What lies here goes first and for sure; the server hears of it if it can be reached.
      await store?.wipe()
      if (device) await this.#directory.revoke(device).catch(() => undefined)
    }
    await this.environment.auth.logout()
  }

  async stop(): Promise<void> {
    this.#unwatch()
    // A copy: whatever waits for this very state is no longer meant.
    await this.#close({ ...this.state.get() })
  }

  /** One writer per device; then either the workspace or the enrolment. */
  async #enter(me: Practising, steal: boolean): Promise<void> {
    this.#me = me
    const lock = this.environment.writerLock(me.accountId)
    const onLost = () => void this.#close({ kind: "other-tab", me })
    if (steal) await lock.steal(onLost)
    else if (!(await lock.acquire(onLost))) {
      this.state.set({ kind: "other-tab", me })
      return
    }
    this.#lock = lock
    this.#store = await this.environment.openStore(me.accountId)
    const device = await this.#store.read("device", "self")
    if (device?.practitionerId !== me.practitioner.id) {
      this.state.set({ kind: "needs-device", me, stepUp: false })
    } else if (await this.#keepCertified(me, this.#store)) await this.#work(me, this.#store)
  }

  /** False when the device was revoked. Whatever else is in the way: what is here can be read. */
  async #keepCertified(me: Me, store: Store): Promise<boolean> {
    try {
      await renewCertificate(this.#directory, store, me, this.environment.now())
    } catch (error) {
      if (error instanceof CoreError && error.code === "integrity") throw error
      if (!(error instanceof ApiProblem) || error.code !== "device-revoked") return true
      await this.#revoked()
      return false
    }
    return true
  }

  async #work(me: Practising, store: Store): Promise<void> {
    const workspace = await startWorkspace({
      environment: this.environment,
      http: this.#http,
      directory: this.#directory,
      store,
      onRevoked: () => void this.#revoked(),
      onExpired: () => void this.#expired(),
    })
    this.#workspace = workspace
    this.#conversations.attach(workspace.conversations)
    await this.contacts.attach(workspace.store, this.environment.now)
    const follow = () => this.connection.set(workspace.engine.stream.connection.get())
    workspace.engine.stream.connection.subscribe(follow)
    follow()
    this.state.set({ kind: "ready", me, device: workspace.device })
    // Push is a comfort: without it the session works all the same.
    await this.push.restore().catch(() => undefined)
  }

  #ready(): Workspace {
    if (!this.#workspace) throw new CoreError("not-ready")
    return this.#workspace
  }

  async #listDevices(): Promise<readonly Device[]> {
    const devices = await this.#directory.devices()
    return Promise.all(devices.map((wire) => viewDevice(wire, this.#http.deviceId)))
  }

  async #ownKeys(): Promise<OwnKeys> {
    const [me, workspace] = [this.#me, this.#workspace]
    if (!me || !workspace) throw new CoreError("not-ready")
    // The directory first: what it shows by now is in the log by then.
    const devices = await this.#directory.devices()
    try {
      const entries = await workspace.deviceLog.entriesOf(me.practitioner.id)
      return await compareOwnKeys(devices, entries, this.environment.now())
    } catch (cause) {
      if (cause instanceof LogFault) throw new CoreError("integrity", { cause })
      throw cause
    }
  }

  async #revoke(id: DeviceId): Promise<void> {
    await this.#directory.revoke(id)
    if (id === this.#http.deviceId) await this.#revoked()
  }

  /** Nothing may stay behind on a device that was declared lost. */
  async #revoked(): Promise<void> {
    const store = this.#store
    await this.#close({ kind: "revoked" })
    await store?.wipe()
  }

  /** Everything begins anew with a new certificate; after a moment, should there be none. */
  async #expired(): Promise<void> {
    await this.#close({ kind: "starting" })
    const closed = this.state.get()
    await this.environment.sleep(RETRY_START)
    if (this.state.get() === closed) await this.#begin(0)
  }

  async #close(state: SessionState): Promise<void> {
    this.state.set(state)
    this.#conversations.detach()
    this.contacts.detach()
    const workspace = this.#workspace
    this.#workspace = undefined
    // Before the engine has come to rest: whoever lost the device must not write any more.
    this.#store?.close()
    this.#store = undefined
    // A request without an answer must not put off a wipe.
    await Promise.race([workspace?.engine.stop(), this.environment.sleep(STOP_PATIENCE)])
    this.#http.deviceId = undefined
    this.#lock?.release()
    this.#lock = undefined
  }

  #failed(error: unknown): void {
    if (isPassing(error)) {
      this.state.set({ kind: "failed", code: "offline" })
      return
    }
    if (error instanceof CoreError && error.code === "signed-out")
      this.state.set({ kind: "signed-out", reason: "refused" })
    else if (error instanceof ApiProblem || error instanceof CoreError)
      this.state.set({ kind: "failed", code: error.code })
    else this.state.set({ kind: "failed", code: "unexpected" })
  }
}

/** The server is out of reach or does not serve for the moment; nothing speaks against the person. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.status >= 500 || error.status === 429
  return error instanceof CoreError && error.code === "offline"
}
