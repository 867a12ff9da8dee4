import { ApiProblem } from "../api/problem"
import type { WireBundle } from "../api/wire"
import { CoreError } from "../coreError"
import { toBase64url } from "../encoding/base64url"
import { hex, sha256 } from "../encoding/bytes"
import type { ConversationId } from "../ids"
import { commit } from "../mls/commit"
import { encodeGroup, mayCommitHeld, type Group } from "../mls/group"
import { put, remove } from "../store/store"
import type { StoredCommit, StoredMember } from "../store/tables"
import type { SyncContext } from "./context"
import type { Groups } from "./groups"
import type { Log } from "./log"

/** What a commit shall do, worked out anew from each epoch it is tried on. */
export type Change = {
  readonly add: readonly { readonly member: StoredMember; readonly keyPackage: Uint8Array }[]
  readonly remove: readonly { readonly leafIndex: number }[]
}

const ATTEMPTS = 8
const REDO_WAIT = 150
const CLOSED = "conversation-closed"
/** Refusals after which the same change, planned anew, can pass. */
const REDO = ["removal-pending", "devices-missing"]

/**
 * Changes groups. A commit is stored before it is sent and adopted only when the log shows it, so a
 * crash at any point ends in the state the server knows. Losing a race costs a round: drop ours,
 * follow the winner, plan again.
 */
export class Committer {
  constructor(
    private readonly context: SyncContext,
    private readonly groups: Groups,
    private readonly log: Log,
  ) {}

  /** `plan` answers nothing when there is nothing left to do. One change at a time. */
  change(id: ConversationId, plan: (group: Group) => Promise<Change | undefined>): Promise<void> {
    return this.context.serial.run(`change/${id}`, () => this.#change(id, plan))
  }

  async #change(
    id: ConversationId,
    plan: (group: Group) => Promise<Change | undefined>,
  ): Promise<void> {
    let refusal = new ApiProblem(409, "stale-epoch")
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 1) await this.context.sleep(REDO_WAIT * attempt)
      await this.log.catchUp(id)
      await this.resume(id)
      const prepared = await this.#prepare(id, plan)
      if (!prepared) return
      const refused = await this.#send(id, prepared)
      if (!refused) return
      refusal = refused
    }
    throw refusal
  }

  /** Commits the removals that the server has proposed, unless another device was faster. */
  commitHeld(id: ConversationId): Promise<void> {
    return this.change(id, (group) =>
      Promise.resolve(mayCommitHeld(group) ? { add: [], remove: [] } : undefined),
    )
  }

  /** Sends a commit that was stored but whose fate we do not know. */
  async resume(id: ConversationId): Promise<void> {
    const pending = await this.context.store.read("commit", id)
    if (pending) await this.#send(id, pending)
  }

  /** A refused one is dropped by then; whoever wanted the change was told or is gone. */
  async resumeAll(): Promise<void> {
    for (const [id] of await this.context.store.list("commit"))
      await this.resume(id as ConversationId).catch((error: unknown) => {
        if (!(error instanceof ApiProblem) || error.status >= 500) throw error
      })
  }

  #prepare(
    id: ConversationId,
    plan: (group: Group) => Promise<Change | undefined>,
  ): Promise<StoredCommit | undefined> {
    return this.context.serial.run(id, async () => {
      const live = await this.groups.load(id)
      if (live?.broken) this.log.report(id, live)
      if (!live || live.broken) throw new CoreError("not-ready")
      const change = await plan(live.group)
      if (!change) return undefined
      const stored = await prepareCommit(this.context, live.group, change)
      await this.context.store.write([put("commit", id, stored)])
      return stored
    })
  }

  /** Nothing when the commit is in the log, else why it must be planned anew: see `REDO`, or another took its epoch. */
  async #send(id: ConversationId, pending: StoredCommit): Promise<ApiProblem | undefined> {
    try {
      const { conversations } = this.context
      const bundle = toBundle(pending)
      if (pending.creation) {
        const { kind, succeeds } = pending.creation
        const groupInfo = toBase64url(pending.creation.groupInfo)
        await conversations.create({ id, kind, groupInfo, commit: bundle, succeeds })
      } else {
        await conversations.commit(id, bundle)
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      // 409 on a creation: an earlier attempt got through, the log tells. Or another was first to succeed.
      const exists = pending.creation && error.status === 409 && error.code !== CLOSED
      if (error.code !== "stale-epoch" && !exists) {
        if (!pending.creation && REDO.includes(String(error.members.rule))) {
          await this.#drop(id, pending)
          return error
        }
        if (error.status < 500 && error.status !== 429) await this.#drop(id, pending)
        throw error
      }
      await this.log.catchUp(id)
      if (!(await this.context.store.read("commit", id)))
        return pending.creation ? undefined : error
      await this.#drop(id, pending)
      return error
    }
    await this.log.catchUp(id)
    return undefined
  }

  /** The log normally does it when it shows the winner. A conversation never created goes whole. */
  #drop(id: ConversationId, pending: StoredCommit): Promise<void> {
    return this.context.serial.run(id, async () => {
      const still = await this.context.store.read("commit", id)
      if (still?.sha256 !== pending.sha256) return
      const whole = pending.creation ? [remove("group", id), remove("conversation", id)] : []
      await this.context.store.write([remove("commit", id), ...whole])
      if (pending.creation) this.groups.forget(id)
    })
  }
}

export async function prepareCommit(
  context: SyncContext,
  group: Group,
  change: Change,
): Promise<StoredCommit> {
  const pending = await commit(context.device, group, {
    add: change.add.map(({ keyPackage }) => keyPackage),
    remove: change.remove.map(({ leafIndex }) => leafIndex),
  })
  return {
    commit: pending.commit,
    welcome: pending.welcome,
    groupInfo: pending.groupInfo,
    added: change.add.map(({ member }) => member),
    next: encodeGroup(pending.next),
    sha256: hex(await sha256(pending.commit)),
  }
}

export function toBundle(pending: {
  readonly commit: Uint8Array
  readonly welcome?: Uint8Array
  readonly groupInfo: Uint8Array
}): WireBundle {
  return {
    commit: toBase64url(pending.commit),
    welcome: pending.welcome && toBase64url(pending.welcome),
    groupInfo: toBase64url(pending.groupInfo),
  }
}
