import { afterEach, beforeEach, expect } from "vitest"
import { toBase64url } from "../encoding/base64url"
import { commit } from "../mls/commit"
import type { ConversationId } from "../ids"
import type { Trust } from "../mls/trust"
import type { Practitioner } from "../people"
import { Client, until } from "./client"
import { FakePlatform } from "./fakePlatform"
import { deviceOf, epochs, stateOf } from "./inspect"

/** A fresh platform with three persons for each test; every client made here is stopped at its end. */
export class Scene {
  readonly trust: Trust
  readonly leroy: Practitioner
  readonly nguyen: Practitioner
  readonly roux: Practitioner
  readonly clients: Client[] = []

  constructor(readonly platform: FakePlatform) {
    const { directory } = platform
    this.trust = directory.authority.trust()
    this.leroy = directory.person("Anne", "LEROY", "810000000001")
    this.nguyen = directory.person("Minh", "NGUYEN", "810000000002")
    this.roux = directory.person("Luc", "ROUX", "810000000003")
  }

  /** A device of the person, enrolled and caught up. */
  readonly ready = async (person: Practitioner): Promise<Client> => {
    const client = await Client.ready(this.platform, person.id)
    this.clients.push(client)
    return client
  }

  readonly room = (id: ConversationId) => {
    const found = this.platform.delivery.rooms.get(id)
    if (!found) throw new Error("no such room")
    return found
  }

  readonly kinds = (id: ConversationId): readonly string[] =>
    this.room(id).log.map(({ kind }) => kind)

  /** A commit that the server accepts and nobody else can process: its membership tag is wrong. */
  readonly sabotage = async (by: Client, id: ConversationId): Promise<void> => {
    const device = await deviceOf(by, this.trust)
    const group = await stateOf(by, id, this.trust)
    const made = await commit(device, group, { add: [], remove: [] })
    const bytes = made.commit.slice()
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await this.platform.delivery.commit(by.device, id, {
      commit: toBase64url(bytes),
      groupInfo: toBase64url(made.groupInfo),
    })
  }

  /** The conversation that this one goes on in, as soon as every one of these shows it, alone. */
  readonly successor = async (
    id: ConversationId,
    ...members: readonly Client[]
  ): Promise<ConversationId> => {
    await expect.poll(() => this.room(id).state, { timeout: 20_000 }).toBe("succeeded")
    const next = this.room(id).succeededBy
    if (!next) throw new Error("no successor")
    for (const { session } of members)
      await until(
        session.conversations.list,
        ({ items }) => items.length === 1 && items[0]?.id === next && items[0].active,
      )
    return next
  }

  readonly converged = (id: ConversationId, ...members: readonly Client[]): Promise<void> =>
    expect.poll(() => epochs(id, this.trust, members), { timeout: 20_000 }).toBe(1)
}

/** Registers the set-up and answers the scene of the running test. */
export function useScene(): () => Scene {
  let scene: Scene | undefined
  beforeEach(async () => {
    scene = new Scene(await FakePlatform.start())
  })
  afterEach(async () => {
    await Promise.all(scene?.clients.map((client) => client.session.stop()) ?? [])
  })
  return () => {
    if (!scene) throw new Error("outside a test")
    return scene
  }
}
