import type { ClientFrame, ServerFrame, WireBundle, WireMessage, WireOpening } from "../api/wire"
import type { ConversationId, DeviceId, PractitionerId } from "../ids"
import type { Socket } from "../sync/stream"
import { CertificateAuthority } from "./certificateAuthority"
import { DeliverySigner } from "./deliverySigner"
import { FakeAttachments } from "./fakeAttachments"
import { FakeDelivery } from "./fakeDelivery"
import { FakeDirectory, type MatchRequest } from "./fakeDirectory"
import { FakeLog } from "./fakeLog"
import { FakeSocket } from "./fakeSocket"
import { Refusal, refuse } from "./refusal"

/** What the network between one client and the platform does; tests switch it. */
export type Network = {
  offline: boolean
  /** The server works, but its answers to POSTs get lost on the way back. */
  loseAnswers: boolean
  /** Runs when the server has answered a GET and before the client learns of it. */
  beforeAnswer?: ((path: string) => Promise<void>) | undefined
  /** Rewrites what the stream delivers: duplicates, reorders, drops. */
  deliver: (frame: ServerFrame) => readonly ServerFrame[]
}

/**
 * All services in one process, behind the same addresses as the gateway. The access token is the
 * caller's practitioner id.
 */
export class FakePlatform {
  readonly directory: FakeDirectory
  readonly delivery: FakeDelivery
  readonly attachments = new FakeAttachments()
  readonly #sockets = new Map<DeviceId, FakeSocket>()

  private constructor(
    authority: CertificateAuthority,
    signer: DeliverySigner,
    readonly log: FakeLog,
  ) {
    this.directory = new FakeDirectory(authority, this.log)
    this.delivery = new FakeDelivery(
      {
        ownerOf: (device) => {
          const owner = this.directory.devices.get(device)?.owner
          if (!owner) throw refuse(400, "unknown-device")
          return owner
        },
        devicesOf: (practitioner) => this.directory.activeDevices(practitioner),
        push: (device, frame) => this.#sockets.get(device)?.deliver(frame),
      },
      signer,
    )
  }

  static async start(): Promise<FakePlatform> {
    return new FakePlatform(
      await CertificateAuthority.create(),
      await DeliverySigner.create(),
      await FakeLog.create(),
    )
  }

  fetchFor(network: Network): (request: Request) => Promise<Response> {
    return async (request) => {
      if (network.offline) throw new TypeError("fetch failed")
      const response = await this.#answer(request)
      if (request.method === "GET") await network.beforeAnswer?.(new URL(request.url).pathname)
      if (network.loseAnswers && request.method === "POST") throw new TypeError("fetch failed")
      return response
    }
  }

  connectFor(network: Network): (url: string) => Socket {
    return () => {
      const socket: FakeSocket = new FakeSocket(network, (frame) => this.#onFrame(socket, frame))
      return socket
    }
  }

  /** Drops the connection of a device as a restarting server would. */
  disconnect(device: DeviceId, code = 1006): void {
    this.#sockets.get(device)?.close(code)
  }

  #onFrame(socket: FakeSocket, frame: ClientFrame): void {
    if (frame.type === "ack") {
      if (!socket.device) return
      const { conversationId, sequence } = frame
      this.delivery.receipt(socket.device, conversationId, { deliveredUpTo: sequence })
    } else if (frame.type === "hello") {
      if (this.directory.devices.get(frame.deviceId)?.status !== "active") {
        socket.close(4403)
        return
      }
      socket.device = frame.deviceId
      this.#sockets.set(frame.deviceId, socket)
      socket.deliver({ type: "ready" })
      for (const welcome of this.delivery.welcomes.of(frame.deviceId))
        socket.deliver({ type: "welcome", ...welcome })
      for (const resync of this.delivery.dormancy.frames(frame.deviceId)) socket.deliver(resync)
      for (const entry of this.delivery.unacknowledged(frame.deviceId))
        socket.deliver({ type: "entry", ...entry })
      socket.deliver({ type: "caught-up", resume: "r" })
    }
  }

  async #answer(request: Request): Promise<Response> {
    try {
      const { pathname, searchParams } = new URL(request.url)
      const [, , service = "", ...rest] = pathname.split("/")
      const caller = this.#caller(request)
      const path = `/${rest.join("/")}`
      if (service === "audit") return await this.#audit(path, searchParams)
      if (service === "attachment") return await this.attachments.handle(request, path)
      const body: unknown = request.headers.get("Content-Type")?.includes("json")
        ? await request.json()
        : undefined
      const device = request.headers.get("Liaison-Device") as DeviceId
      const route = `${request.method} ${path}`
      const answer =
        service === "directory"
          ? await this.#directory(route, caller, body, searchParams)
          : await this.#conversation(route, device, body, searchParams)
      return answer === undefined
        ? new Response(undefined, { status: 204 })
        : Response.json(answer, { status: request.method === "POST" ? 201 : 200 })
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse()
      throw error
    }
  }

  #caller(request: Request): PractitionerId {
    const token = request.headers.get("Authorization")?.slice("Bearer ".length) ?? ""
    return token as PractitionerId
  }

  async #audit(path: string, query: URLSearchParams): Promise<Response> {
    if (path === "/v1/log/key") return new Response(`${this.log.signer.vkey}\n`)
    const since = Number(query.get("since") ?? 0)
    const person = query.get("practitioner")
    if (path === "/v1/device-bindings" && person)
      return Response.json(await this.log.page((one) => one.practitioner === person, since))
    const id = path.slice("/v1/device-bindings/".length)
    return Response.json(await this.log.page(({ deviceId }) => deviceId === id, since))
  }

  async #directory(route: string, caller: PractitionerId, body: unknown, query: URLSearchParams) {
    const { directory } = this
    const id = route.slice(route.lastIndexOf("/") + 1)
    if (route === "GET /v1/me") return directory.me(caller)
    if (route === "GET /v1/practitioners") return { items: directory.search(query.get("q") ?? "") }
    if (route.startsWith("GET /v1/practitioners/") && route.endsWith("/card"))
      return directory.cards.of(directory.practitioner(route.split("/")[3] as PractitionerId))
    if (route === "POST /v1/practitioners/matches") return directory.matches(body as MatchRequest)
    if (route.startsWith("GET /v1/practitioners/"))
      return directory.practitioner(id as PractitionerId)
    if (route === "POST /v1/device-challenges") return directory.challenge()
    if (route === "POST /v1/devices")
      return directory.enrol(caller, body as Parameters<FakeDirectory["enrol"]>[1])
    if (route.startsWith("PUT /v1/devices/")) {
      const device = route.split("/")[3] as DeviceId
      return directory.renew(caller, device, body as Parameters<FakeDirectory["renew"]>[2])
    }
    if (route === "GET /v1/devices") return { items: directory.owned(caller) }
    if (route.startsWith("DELETE /v1/devices/")) {
      await directory.revoke(caller, id as DeviceId)
      this.disconnect(id as DeviceId, 4403)
      await this.delivery.revoked(id as DeviceId)
      return undefined
    }
    if (route === "GET /v1/trust-anchor") {
      const root = directory.authority.root
      return { rootCertificate: Buffer.from(root).toString("base64url") }
    }
    throw refuse(404, "not-found")
  }

  async #conversation(route: string, device: DeviceId, body: unknown, query: URLSearchParams) {
    const { delivery } = this
    const known = this.directory.devices.get(device)
    if (known?.status !== "active") throw refuse(403, "device-revoked")
    if (new Date(known.expiresAt) < new Date()) throw refuse(403, "device-expired")
    const [method, path = ""] = route.split(" ")
    const [, , resource, key = "", part] = path.split("/")
    const id = key as ConversationId
    switch ([method, resource, part].filter(Boolean).join(" ")) {
      case "POST key-packages": {
        const { keyPackages, lastResort } = body as { keyPackages: string[]; lastResort?: string }
        return delivery.keyPackages.publish(device, keyPackages, lastResort)
      }
      case "GET key-packages":
        return delivery.keyPackages.level(device)
      case "POST key-package-claims": {
        const { practitionerIds } = body as { practitionerIds: PractitionerId[] }
        return { devices: delivery.keyPackages.claim(device, practitionerIds) }
      }
      case "POST conversations":
        return delivery.create(device, body as WireOpening)
      case "GET delivery-key":
        return delivery.deliveryKey()
      case "POST conversations joins":
        return delivery.join(device, id, body as WireBundle)
      case "GET conversations group-info":
        return delivery.groupInfo(device, id)
      case "GET conversations":
        if (key === "joinable") return { items: delivery.joinable(device) }
        return id ? delivery.view(device, id) : { items: delivery.conversations(device) }
      case "POST conversations commits":
        return delivery.commit(device, id, body as WireBundle)
      case "POST conversations messages":
        return delivery.send(device, id, body as WireMessage)
      case "GET conversations log":
        return delivery.log(device, id, Number(query.get("after")), Number(query.get("limit")))
      case "POST conversations receipts": {
        delivery.receipt(device, id, body as { deliveredUpTo?: number; readUpTo?: number })
        return
      }
      case "POST conversations reports":
        return delivery.refounding.report(device, id, (body as { sequence: number }).sequence)
      case "POST conversations refounding":
        return delivery.refounding.order(device, id)
      case "GET welcomes":
        return { items: delivery.welcomes.of(device) }
      case "DELETE welcomes": {
        delivery.welcomes.drop(device, key)
        return
      }
      default:
        throw refuse(404, "not-found")
    }
  }
}
