import type { NotificationApi } from "../api/notificationApi"
import { fromBase64url, toBase64url } from "../encoding/base64url"
import { Subject } from "../observable"
import type { PushPlatform, PushSubscriptionKeys } from "./platform"
import type { Push, PushState } from "./push"

/** Web Push of this device: the browser's subscription, told to the notification-service. */
export class PushModel implements Push {
  readonly state: Subject<PushState>

  constructor(
    private readonly api: NotificationApi,
    private readonly platform: PushPlatform,
  ) {
    this.state = new Subject<PushState>(platform.supported ? "off" : "unsupported")
  }

  /** After login: tells the server again, since browsers renew subscriptions on their own. */
  async restore(): Promise<void> {
    if (!this.platform.supported) return
    if (this.platform.permission() === "denied") {
      this.state.set("denied")
      return
    }
    const subscription = await this.platform.current()
    if (!subscription) return
    await this.#register(subscription)
    this.state.set("on")
  }

  async enable(): Promise<PushState> {
    if (!this.platform.supported) return "unsupported"
    const permission = await this.platform.requestPermission()
    if (permission === "granted") {
      const key = fromBase64url(await this.api.publicKey())
      await this.#register(await this.platform.subscribe(key))
      this.state.set("on")
    } else {
      this.state.set(permission === "denied" ? "denied" : "off")
    }
    return this.state.get()
  }

  async disable(): Promise<void> {
    if (!this.platform.supported) return
    await this.platform.unsubscribe()
    await this.api.unsubscribe()
    this.state.set("off")
  }

  #register({ endpoint, p256dh, auth }: PushSubscriptionKeys): Promise<void> {
    return this.api.subscribe({ endpoint, p256dh: toBase64url(p256dh), auth: toBase64url(auth) })
  }
}
