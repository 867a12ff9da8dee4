/** What Web Push needs of the browser. */
export interface PushPlatform {
  readonly supported: boolean
  permission(): "granted" | "denied" | "default"
  requestPermission(): Promise<"granted" | "denied" | "default">
  current(): Promise<PushSubscriptionKeys | undefined>
  subscribe(applicationServerKey: Uint8Array): Promise<PushSubscriptionKeys>
  unsubscribe(): Promise<void>
}

export type PushSubscriptionKeys = {
  readonly endpoint: string
  readonly p256dh: Uint8Array
  readonly auth: Uint8Array
}

export const noPush: PushPlatform = {
  supported: false,
  permission: () => "denied",
  requestPermission: () => Promise.resolve("denied"),
  current: () => Promise.resolve(undefined),
  subscribe: () => Promise.reject(new TypeError("unsupported")),
  unsubscribe: () => Promise.resolve(),
}
