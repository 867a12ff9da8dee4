import { expect, it } from "vitest"
import { toBase64url } from "../encoding/base64url"
import { utf8 } from "../encoding/bytes"
import { newId, type ConversationId, type DeviceId } from "../ids"
import { CertificateAuthority } from "../testing/certificateAuthority"
import { DeliverySigner } from "../testing/deliverySigner"
import { seededRandom } from "../testing/random"
import { commit, createGroup, groupInfo, type PendingCommit } from "./commit"
import type { MlsDevice } from "./device"
import { joinExternally } from "./externalJoin"
import {
  decodeGroup,
  encodeGroup,
  epochAuthenticator,
  groupId,
  isMember,
  members,
  type Group,
} from "./group"
import { createKeyPackage } from "./keyPackage"
import { join, receiveCommit, receiveMessage } from "./receive"
import { encryptMessage } from "./send"

const STEPS = 150
const LARGEST = 10

type Seat = { readonly device: MlsDevice; group: Group }

/** Everybody applies the commit, newcomers join by the welcome, and all must agree. */
async function settle(
  seats: Seat[],
  committer: Seat,
  pending: PendingCommit,
  newcomers: readonly { readonly device: MlsDevice; readonly group: Promise<Group> }[],
): Promise<Seat[]> {
  const staying: Seat[] = []
  for (const seat of seats) {
    const next =
      seat === committer
        ? pending.next
        : (await receiveCommit(seat.device, seat.group, pending.commit, new Date())).next
    if (isMember(next)) staying.push({ device: seat.device, group: next })
  }
  for (const { device, group } of newcomers) staying.push({ device, group: await group })
  const authenticators = new Set(staying.map((s) => toBase64url(epochAuthenticator(s.group))))
  expect(authenticators.size).toBe(1)
  return staying
}

/** One member loses its state and comes back by the GroupInfo of another. */
async function resync(seats: readonly Seat[], seat: Seat, other: Seat): Promise<void> {
  const id = groupId(other.group)
  const info = await groupInfo(other.device, other.group)
  const joined = await joinExternally(seat.device, id, info, 0)
  for (const each of seats)
    each.group =
      each === seat
        ? joined.next
        : (await receiveCommit(each.device, each.group, joined.commit, new Date())).next
  const authenticators = new Set(seats.map((s) => toBase64url(epochAuthenticator(s.group))))
  expect(authenticators.size).toBe(1)
}

it.each([1, 2, 3])(
  "a random group keeps agreeing over adds, removals, updates and resyncs (seed %i)",
  async (seed) => {
    const random = seededRandom(seed)
    const authority = await CertificateAuthority.create()
    const signer = await DeliverySigner.create()
    const trust = authority.trust()
    const bench = await Promise.all(
      Array.from({ length: LARGEST + 2 }, (_, i) => authority.device(`81000000000${i}`, trust)),
    )
    const first = random.pick(bench)
    let seats: Seat[] = [
      { device: first, group: await createGroup(first, newId<ConversationId>(), signer.senders) },
    ]
    for (let step = 0; step < STEPS / 3; step++) {
      const committer = random.pick(seats)
      const present = new Set<DeviceId>(seats.map(({ device }) => device.id))
      const absent = bench.filter(({ id }) => !present.has(id))
      const room = LARGEST - seats.length
      const adding =
        random.below(3) === 0 || seats.length === 1
          ? random.shuffle(absent).slice(0, Math.min(room, 1 + random.below(3)))
          : []
      const others = (await members(committer.device, committer.group)).filter(
        ({ deviceId }) => deviceId !== committer.device.id,
      )
      const removing =
        random.below(3) === 0 ? random.shuffle(others).slice(0, 1 + random.below(2)) : []
      const packages = await Promise.all(
        adding.map((device) => createKeyPackage(device, new Date())),
      )
      const pending = await commit(committer.device, committer.group, {
        add: packages.map(({ message }) => message),
        remove: removing.map(({ leafIndex }) => leafIndex),
      })
      const welcome = pending.welcome ?? new Uint8Array()
      seats = await settle(
        seats,
        committer,
        pending,
        adding.map((device, i) => {
          const own = packages[i]
          if (!own) throw new Error("no key package")
          return { device, group: join(device, welcome, own) }
        }),
      )
      const [one, other] = random.shuffle(seats)
      if (random.below(3) === 0 && one && other) await resync(seats, one, other)
      // Now and then through the store, and always a message to everybody.
      for (const seat of seats)
        if (random.below(4) === 0) seat.group = decodeGroup(seat.device, encodeGroup(seat.group))
      const sender = random.pick(seats)
      const sent = await encryptMessage(
        sender.device,
        sender.group,
        utf8(`step ${step}`),
        new Uint8Array(16),
      )
      for (const seat of seats) {
        if (seat === sender) continue
        const received = await receiveMessage(seat.device, seat.group, sent.message)
        expect(received.sender.deviceId).toBe(sender.device.id)
        seat.group = received.next
      }
      sender.group = sent.next
    }
  },
  240_000,
)
