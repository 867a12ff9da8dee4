import { encodeMlsMessage, proposeExternal } from "ts-mls"
import { beforeEach, describe, expect, it } from "vitest"
import { fromBase64url, toBase64url } from "../../../encoding/base64url"
import { utf8 } from "../../../encoding/bytes"
import { decodeMessage } from "../../../mls/message"
import { answer } from "./answer"
import { MlsPeer } from "./operations"
import { suiteOf } from "./suites"

type Made = { commit: string; welcome?: string; groupInfo: string }
type State = {
  epoch: number
  authenticator: string
  leafIndex: number
  members: { leaf: number; identity: string }[]
}

const group = text("the group")

function text(words: string): string {
  return toBase64url(utf8(words))
}

/** Members of one group, spoken to by request lines as another program would. */
class Talk {
  readonly #peer = new MlsPeer()
  readonly members: string[] = []

  async ask<T = Record<string, unknown>>(op: string, client: string, fields = {}): Promise<T> {
    const line = await answer(this.#peer, JSON.stringify({ id: 7, op, client, group, ...fields }))
    const { id, ok, error } = JSON.parse(line) as { id: number; ok?: T; error?: string }
    expect(id).toBe(7)
    if (ok === undefined) throw new Error(error)
    return ok
  }

  async state(client: string): Promise<State> {
    return this.ask("state", client)
  }

  async newcomer(name: string, suite: number): Promise<string> {
    await this.ask("client", name, { suite, identity: text(name) })
    return (await this.ask<{ keyPackage: string }>("keyPackage", name)).keyPackage
  }

  async deliver(from: string | undefined, message: string): Promise<Map<string, string>> {
    const kinds = new Map<string, string>()
    for (const member of this.members) {
      if (member === from) continue
      const { kind } = await this.ask<{ kind: string }>("process", member, { message })
      kinds.set(member, kind)
    }
    return kinds
  }

  async commit(by: string, change = {}, joining: string[] = []): Promise<Map<string, string>> {
    const made = await this.ask<Made>("commit", by, change)
    const kinds = await this.deliver(by, made.commit)
    await this.ask("accept", by)
    for (const [name, kind] of kinds)
      if (kind === "removed") this.members.splice(this.members.indexOf(name), 1)
    for (const name of joining) await this.ask("join", name, { welcome: made.welcome })
    this.members.push(...joining)
    await this.agree()
    return kinds
  }

  async propose(by: string, fields: object): Promise<void> {
    const { message } = await this.ask<{ message: string }>("propose", by, fields)
    await this.deliver(by, message)
  }

  async joinExternal(name: string, resync: boolean): Promise<void> {
    const [host] = this.members.filter((member) => member !== name)
    const { groupInfo } = await this.ask<{ groupInfo: string }>("groupInfo", host ?? "")
    const made = await this.ask<Made>("joinExternal", name, { groupInfo, resync })
    await this.deliver(name, made.commit)
    await this.ask("accept", name)
    if (!resync) this.members.push(name)
    await this.agree()
  }

  /** After every step: one epoch, one authenticator, one exported secret, and all can read each other. */
  async agree(): Promise<void> {
    const seen = new Set<string>()
    for (const member of this.members) {
      const { epoch, authenticator, members } = await this.state(member)
      const wanted = { label: "test", context: text("x"), length: 16 }
      const { secret } = await this.ask("export", member, wanted)
      seen.add(JSON.stringify([epoch, authenticator, members, secret]))
      const data = text(`from ${member}`)
      const { message } = await this.ask("encrypt", member, { data, aad: text("aad") })
      const { leafIndex: sender } = await this.state(member)
      for (const other of this.members)
        if (other !== member)
          expect(await this.ask("process", other, { message })).toEqual({
            kind: "application",
            data,
            aad: text("aad"),
            sender,
          })
    }
    expect(seen.size).toBe(1)
  }
}

describe.each([1, 2, 3])("the MLS peer in suite %i", (suite) => {
  let talk: Talk
  let server: { signKey: Uint8Array; publicKey: Uint8Array }

  beforeEach(async () => {
    talk = new Talk()
    server = await (await suiteOf(suite)).signature.keygen()
    await talk.newcomer("a", suite)
    const key = toBase64url(server.publicKey)
    await talk.ask("create", "a", { externalSenders: [{ key, identity: text("server") }] })
    talk.members.push("a")
    const add = [await talk.newcomer("b", suite), await talk.newcomer("c", suite)]
    await talk.commit("a", { add }, ["b", "c"])
    await talk.commit("b", { private: true, add: [await talk.newcomer("d", suite)] }, ["d"])
  })

  it("adds by welcome", async () => {
    const { members } = await talk.state("d")
    expect(members).toEqual(
      ["a", "b", "c", "d"].map((name, leaf) => ({ leaf, identity: text(name) })),
    )
  })

  it("takes the tree by another way", async () => {
    const add = [await talk.newcomer("e", suite), await talk.newcomer("f", suite)]
    const made = await talk.ask<Made>("commit", "c", { add, welcomeWithoutTree: true })
    await talk.deliver("c", made.commit)
    await talk.ask("accept", "c")
    const { welcome } = made
    await expect(talk.ask("join", "e", { welcome })).rejects.toThrow("RatchetTree")
    const { tree } = await talk.ask("tree", "a")
    expect(await talk.ask("join", "f", { welcome, tree })).toEqual({ group })
    talk.members.push("f")
    await talk.commit("f")
  })

  it("joins from outside, and again when it lost its state", async () => {
    await talk.newcomer("e", suite)
    await talk.joinExternal("e", false)
    await talk.joinExternal("b", true)
    await talk.commit("b", { private: true })
    expect((await talk.state("a")).members).toHaveLength(5)
  })

  it("tells the removed one, and the others follow", async () => {
    const kinds = await talk.commit("a", { remove: [1], add: [await talk.newcomer("e", suite)] }, [
      "e",
    ])
    expect([kinds.get("b"), kinds.get("c")]).toEqual(["removed", "commit"])
    await expect(talk.state("b")).rejects.toThrow("no such group")
    await talk.joinExternal("b", false)
  })

  it("follows a commit of its own update and of others' proposals", async () => {
    await talk.propose("b", { kind: "update" })
    await talk.propose("c", { kind: "update", private: true })
    await talk.propose("a", { kind: "add", keyPackage: await talk.newcomer("e", suite) })
    await talk.propose("a", { kind: "remove", leaf: 3 })
    await talk.commit("a", { byReference: true }, ["e"])
    expect(talk.members).toEqual(["a", "b", "c", "e"])
    await talk.propose("b", { kind: "update" })
    await talk.commit("b", { byReference: true, private: true })
    for (const by of talk.members) await talk.commit(by)
  })

  it("mixes in a shared secret", async () => {
    const psk = { psk: text("psk"), secret: text("secret") }
    for (const member of talk.members) await talk.ask("psk", member, psk)
    await talk.commit("a", { psk: [psk.psk], noPath: true })
    await talk.propose("c", { kind: "psk", psk: psk.psk })
    await talk.commit("b", { byReference: true, private: true })
    await talk.newcomer("e", suite)
    await expect(talk.ask("commit", "a", { psk: [text("unknown")] })).rejects.toThrow("pskId")
  })

  it("commits the removal the server signed", async () => {
    const { groupInfo } = await talk.ask<{ groupInfo: string }>("groupInfo", "a")
    const proposal = await proposeExternal(
      decodeMessage(fromBase64url(groupInfo), "mls_group_info").groupInfo,
      { proposalType: "remove", remove: { removed: 2 } },
      server.publicKey,
      server.signKey,
      await suiteOf(suite),
    )
    const kinds = await talk.deliver(undefined, toBase64url(encodeMlsMessage(proposal)))
    expect(new Set(kinds.values())).toEqual(new Set(["proposal"]))
    await expect(talk.ask("encrypt", "a", { data: "" })).rejects.toThrow("unapplied")
    const removed = await talk.commit("d", { byReference: true })
    expect(removed.get("c")).toBe("removed")
  })

  it("changes the extensions of the group", async () => {
    const { groupInfo: before } = await talk.ask("groupInfo", "a")
    await talk.commit("c", { gce: [{ type: 5, data: toBase64url(new Uint8Array([0])) }] })
    await talk.commit("a")
    expect((await talk.ask("groupInfo", "a")).groupInfo).not.toEqual(before)
  })

  it("drops the commit that lost, and reads what came while it was pending", async () => {
    const { message } = await talk.ask("encrypt", "b", { data: text("late") })
    await talk.ask("commit", "a")
    await talk.ask("process", "a", { message })
    await talk.ask("drop", "a")
    await expect(talk.ask("process", "a", { message })).rejects.toThrow()
    await talk.commit("b")
    await talk.commit("a")
  })

  it("answers an error for what it cannot do, and goes on", async () => {
    await expect(talk.ask("fly", "a")).rejects.toThrow("no operation fly")
    await expect(talk.ask("state", "nobody")).rejects.toThrow("no client nobody")
    await expect(talk.ask("process", "a", { message: "AAAA" })).rejects.toThrow()
    expect(JSON.parse(await answer(new MlsPeer(), "{"))).toHaveProperty("error")
    await talk.agree()
  })
})
