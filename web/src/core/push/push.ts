import type { Observable } from "../observable"

/** `unsupported`: no service worker or no Push API. `denied`: the person said no in the browser. */
export type PushState = "unsupported" | "off" | "on" | "denied"

/** Web Push for this device. A push never carries content: the notification text is constant. */
export interface Push {
  readonly state: Observable<PushState>
  /** Asks for permission; must run inside a click. */
  enable(): Promise<PushState>
  disable(): Promise<void>
}
