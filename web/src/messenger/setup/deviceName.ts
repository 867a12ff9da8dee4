import type { Translate } from "../i18n/I18n"

type Agent = { readonly userAgent: string; readonly maxTouchPoints: number }

/** A name for this device in human words, guessed from the browser: "Ordinateur Windows", "Téléphone Samsung". */
export function proposeDeviceName(agent: Agent, t: Translate): string {
  const text = agent.userAgent
  if (text.includes("iPhone")) return "iPhone"
  if (text.includes("iPad") || (text.includes("Macintosh") && agent.maxTouchPoints > 1))
    return "iPad"
  if (text.includes("Android")) {
    const brand = ANDROID_BRANDS.find(([sign]) => text.includes(sign))?.[1]
    const tablet = !text.includes("Mobile")
    if (brand === undefined) return t(tablet ? "device.tablet.plain" : "device.phone.plain")
    return t(tablet ? "device.tablet" : "device.phone", { brand })
  }
  const system = SYSTEMS.find(([sign]) => text.includes(sign))?.[1]
  return system === undefined ? t("device.computer.plain") : t("device.computer", { system })
}

const ANDROID_BRANDS = [
  ["Pixel", "Pixel"],
  ["SM-", "Samsung"],
  ["Redmi", "Xiaomi"],
  ["Fairphone", "Fairphone"],
] as const

const SYSTEMS = [
  ["Windows", "Windows"],
  ["CrOS", "Chromebook"],
  ["Macintosh", "Mac"],
  ["Linux", "Linux"],
] as const
