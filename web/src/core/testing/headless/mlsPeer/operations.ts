import { defaultExtensionTypes, mlsExporter, type Credential, type Extension } from "ts-mls"
import { encodeRatchetTree } from "ts-mls/ratchetTree.js"
import { PeerClient } from "./client"
import { commit, create, groupInfoOf, join, joinExternal } from "./commits"
import { Fields } from "./fields"
import { encrypt, process } from "./messages"
import { propose, type Framing, type Wish } from "./proposals"

/** What an operation answers; bytes become base64url on the way out. */
type Answer = Readonly<Record<string, unknown>>

type Operation = (client: PeerClient, fields: Fields) => Answer | Promise<Answer>

const operations: Readonly<Record<string, Operation>> = {
  keyPackage: async (client) => ({ keyPackage: await client.publishKeyPackage() }),

  async create(client, fields) {
    const senders = fields.list("externalSenders", (value) => {
      const sender = new Fields(value)
      return { key: sender.bytes("key"), identity: sender.bytes("identity") }
    })
    await create(client, fields.text("group"), senders)
    return {}
  },

  commit: async (client, fields) => ({
    ...(await commit(client, fields.text("group"), {
      ...framing(fields),
      add: fields.list("add", Fields.toBytes),
      remove: fields.list("remove", Number),
      psk: fields.list("psk", Fields.toBytes),
      extensions: fields.has("gce") ? extensions(fields) : undefined,
      byReference: fields.flag("byReference"),
      noPath: fields.flag("noPath"),
      welcomeWithoutTree: fields.flag("welcomeWithoutTree"),
    })),
  }),

  accept(client, fields) {
    client.accept(fields.text("group"))
    return {}
  },

  drop(client, fields) {
    client.drop(fields.text("group"))
    return {}
  },

  propose: async (client, fields) => ({
    message: await propose(client, fields.text("group"), wish(fields), framing(fields)),
  }),

  join: async (client, fields) => ({
    group: await join(client, fields.bytes("welcome"), fields.optionalBytes("tree")),
  }),

  joinExternal: (client, fields) =>
    joinExternal(client, fields.bytes("groupInfo"), {
      resync: fields.flag("resync"),
      tree: fields.optionalBytes("tree"),
      aad: framing(fields).aad,
    }),

  process: (client, fields) => process(client, fields.text("group"), fields.bytes("message")),

  encrypt: async (client, fields) => ({
    message: await encrypt(client, fields.text("group"), fields.bytes("data"), framing(fields).aad),
  }),

  psk(client, fields) {
    client.registerPsk(fields.bytes("psk"), fields.bytes("secret"))
    return {}
  },

  state(client, fields) {
    const { groupContext, keySchedule, privatePath, ratchetTree } = client.load(
      fields.text("group"),
    )
    return {
      epoch: Number(groupContext.epoch),
      authenticator: keySchedule.epochAuthenticator,
      leafIndex: privatePath.leafIndex,
      treeHash: groupContext.treeHash,
      members: ratchetTree.flatMap((node, index) =>
        node?.nodeType === "leaf"
          ? [{ leaf: index / 2, identity: identityOf(node.leaf.credential) }]
          : [],
      ),
    }
  },

  async export(client, fields) {
    const { keySchedule } = client.load(fields.text("group"))
    const secret = await mlsExporter(
      keySchedule.exporterSecret,
      fields.text("label"),
      fields.bytes("context"),
      fields.number("length"),
      client.suite,
    )
    return { secret }
  },

  groupInfo: async (client, fields) => ({
    groupInfo: await groupInfoOf(client, client.load(fields.text("group"))),
  }),

  tree: (client, fields) => ({
    tree: encodeRatchetTree(client.load(fields.text("group")).ratchetTree),
  }),
}

/** Named clients and what they are asked to do. */
export class MlsPeer {
  readonly #clients = new Map<string, PeerClient>()

  async run(request: unknown): Promise<Answer> {
    const fields = new Fields(request)
    const op = fields.text("op")
    const name = fields.text("client")
    if (op === "client") {
      const client = await PeerClient.create(fields.number("suite"), fields.bytes("identity"))
      this.#clients.set(name, client)
      return { signatureKey: client.keys.publicKey }
    }
    const client = this.#clients.get(name)
    const operation = operations[op]
    if (!client) throw new Error(`no client ${name}`)
    if (!operation) throw new Error(`no operation ${op}`)
    return operation(client, fields)
  }
}

function framing(fields: Fields): Framing {
  return { private: fields.flag("private"), aad: fields.optionalBytes("aad") ?? new Uint8Array() }
}

function wish(fields: Fields): Wish {
  const kind = fields.text("kind")
  switch (kind) {
    case "add":
      return { kind, keyPackage: fields.bytes("keyPackage") }
    case "remove":
      return { kind, leaf: fields.number("leaf") }
    case "psk":
      return { kind, psk: fields.bytes("psk") }
    case "gce":
      return { kind: "extensions", extensions: extensions(fields) }
    case "update":
      return { kind }
    default:
      throw new TypeError(`nobody can propose ${kind}`)
  }
}

function extensions(fields: Fields): Extension[] {
  return fields.list("gce", (value) => {
    const extension = new Fields(value)
    const type = extension.number("type")
    const known = Object.entries(defaultExtensionTypes).find(([, number]) => number === type)
    return {
      extensionType: (known?.[0] as keyof typeof defaultExtensionTypes | undefined) ?? type,
      extensionData: extension.bytes("data"),
    }
  })
}

/** Of an X.509 credential the end certificate. */
function identityOf(credential: Credential): Uint8Array {
  const identity =
    credential.credentialType === "basic" ? credential.identity : credential.certificates[0]
  return identity ?? new Uint8Array()
}
