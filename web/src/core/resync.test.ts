import { describe, expect, it } from "vitest"
import { changes, items } from "./testing/inspect"
import { useScene } from "./testing/scene"

const scene = useScene()

describe("a device whose log is no longer kept", () => {
  it.each(["while connected", "when it comes back"])(
    "re-joins and shows the gap %s",
    async (when) => {
      const { ready, leroy, nguyen, platform, converged, kinds } = scene()
      const a = await ready(leroy)
      const b = await ready(nguyen)
      const id = await a.session.conversations.openDirect(nguyen.id)
      await b.conversationWith(leroy.id)
      if (when === "when it comes back") {
        b.setOffline(true)
        await a.say(id, "perdu")
        await a.texts(id, (texts) => texts.length === 1)
      }

      platform.delivery.dormancy.declare(b.device, id)
      b.setOffline(false)

      await items(b, id, (all) => changes(all).some(({ here }) => here === "resynced"))
      await converged(id, a, b)
      await a.say(id, "suite")
      expect(await b.texts(id, (texts) => texts.length > 0)).toEqual(["suite"])
      expect(kinds(id).filter((kind) => kind === "commit")).toHaveLength(2)
    },
  )

  it("does not leave the group for a frame that is out of date", async () => {
    const { ready, leroy, nguyen, platform, kinds } = scene()
    const a = await ready(leroy)
    const b = await ready(nguyen)
    const id = await a.session.conversations.openDirect(nguyen.id)
    await b.conversationWith(leroy.id)
    const device = b.device
    b.network.deliver = (frame) => [{ type: "resync-required", conversationId: id }, frame]
    await a.say(id, "un")
    expect(await b.texts(id, (texts) => texts.length === 1)).toEqual(["un"])
    expect(platform.delivery.view(device, id).members).toHaveLength(2)
    expect(kinds(id)).toEqual(["commit", "message"])
  })
})
