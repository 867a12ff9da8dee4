import { afterEach, beforeEach, expect } from "vitest"
import type { ConversationId } from "../ids"
import type { Trust } from "../mls/trust"
import type { Practitioner } from "../people"
import { Client } from "./client"
import { FakePlatform } from "./fakePlatform"
import { epochs } from "./inspect"

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
