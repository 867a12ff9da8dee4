import { useEffect, useRef, useState } from "react"
import { useConnection } from "./useConnection"
import { CloudOff, LoaderCircle } from "lucide-react"
import { announce } from "../announce/announcer"
import { useI18n } from "../i18n/I18n"
import "./networkBar.css"

const PATIENCE_MS = 5_000

/** A slim bar once the network has been away for five seconds; gone at once when it is back. */
export function NetworkBar() {
  const { t } = useI18n()
  const connection = useConnection()
  const down = connection.kind === "offline" || connection.kind === "connecting"
  const shown = useHeldFor(down, PATIENCE_MS)
  useSpokenOnce(shown, t("network.offline"), t("network.back"))

  if (shown && down) {
    const reconnecting = connection.kind === "connecting"
    return (
      <div className="network network--offline">
        {reconnecting ? <LoaderCircle size={20} aria-hidden /> : <CloudOff size={20} aria-hidden />}
        <p>
          <strong>{t(reconnecting ? "network.reconnecting" : "network.offline")}</strong>{" "}
          <span>{t("network.offline.text")}</span>
        </p>
      </div>
    )
  }
  if (connection.kind === "syncing") {
    return (
      <div className="network network--syncing">
        <LoaderCircle size={20} aria-hidden />
        <p>{t("network.catchingUpPlain")}</p>
      </div>
    )
  }
  return null
}

function useHeldFor(value: boolean, delay: number): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHeld(value), value ? delay : 0)
    return () => clearTimeout(timer)
  }, [value, delay])
  return held && value
}

function useSpokenOnce(value: boolean, onText: string, offText: string): void {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    announce(value ? onText : offText)
  }, [value, onText, offText])
}
