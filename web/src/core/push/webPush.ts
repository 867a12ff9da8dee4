import { view } from "../encoding/bytes"
import type { PushPlatform, PushSubscriptionKeys } from "./platform"

/** The browser's Push API behind our service worker. */
export function webPush(): PushPlatform {
  const supported =
    "serviceWorker" in navigator && "PushManager" in window && "Notification" in window
  const manager = async () => (await navigator.serviceWorker.ready).pushManager
  return {
    supported,
    permission: () => (supported ? Notification.permission : "denied"),
    requestPermission: () => Notification.requestPermission(),
    current: async () => {
      const subscription = await (await manager()).getSubscription()
      return subscription ? keysOf(subscription) : undefined
    },
    subscribe: async (applicationServerKey) => {
      const options = { userVisibleOnly: true, applicationServerKey: view(applicationServerKey) }
      return keysOf(await (await manager()).subscribe(options))
    },
    unsubscribe: async () => {
      await (await (await manager()).getSubscription())?.unsubscribe()
    },
  }
}

function keysOf(subscription: PushSubscription): PushSubscriptionKeys {
  const p256dh = subscription.getKey("p256dh")
  const auth = subscription.getKey("auth")
  if (!p256dh || !auth) throw new TypeError("subscription without keys")
  return {
    endpoint: subscription.endpoint,
    p256dh: new Uint8Array(p256dh),
    auth: new Uint8Array(auth),
  }
}
