import { describe, expect, it } from "vitest"
import type { DeviceId, PractitionerId, RosterChange } from "../../core"
import { i18nOf } from "../i18n/I18n"
import { direct } from "../stories/conversations"
import { nameOf } from "./people"
import { rosterWords } from "./rosterWords"

const { t } = i18nOf("fr")
const [me, other] = [true, false].map(
  (mine) => direct.members.find((member) => member.me === mine)?.practitionerId,
) as [PractitionerId, PractitionerId]
const name = nameOf(direct, other, t)
const device = (practitionerId: PractitionerId) => ({ practitionerId, deviceId: "d" as DeviceId })

function words(change: Partial<RosterChange>): readonly string[] {
  const nothing = { joined: [], left: [], devicesAdded: [], devicesRemoved: [] }
  const base = { kind: "roster", id: "roster-1", sequence: 1, at: "", by: other } as const
  return rosterWords(direct, { ...base, ...nothing, ...change }, t)
}

describe("the line about a change of devices", () => {
  it("says whose device was removed, came, or resynchronised", () => {
    expect(words({ devicesRemoved: [device(other)] })).toEqual([
      `L’appareil de ${name} a été retiré`,
    ])
    expect(words({ devicesRemoved: [device(me)] })).toEqual(["Un de vos appareils a été retiré"])
    expect(words({ devicesAdded: [device(other)] })).toEqual([`${name} utilise un nouvel appareil`])
    expect(words({ devicesResynced: [device(other)] })).toEqual([
      `L’appareil de ${name} s’est resynchronisé`,
    ])
  })

  it("says on the device itself that earlier messages are missing, once, and who came meanwhile", () => {
    const here = { devicesResynced: [device(me)] }
    expect(words({ ...here, here: "new-device" })).toEqual([
      "Cet appareil a rejoint la conversation\u00a0; les messages précédents n’y sont pas lisibles",
    ])
    expect(words({ ...here, here: "resynced", joined: [other] })).toEqual([
      "Cet appareil s’est resynchronisé\u00a0; des messages ont pu manquer",
      `${name} a rejoint la conversation`,
    ])
  })
})

describe("the line about who left", () => {
  it("still names them, though they are no member any more", () => {
    const after = {
      ...direct,
      members: direct.members.filter((member) => member.me),
      former: direct.members.filter((member) => !member.me),
    }
    const change = { kind: "roster", id: "roster-1", sequence: 1, at: "", by: me } as const
    const nothing = { joined: [], devicesAdded: [], devicesRemoved: [] }

    expect(rosterWords(after, { ...change, ...nothing, left: [other] }, t)).toEqual([
      `${name} a quitté la conversation`,
    ])
  })
})
