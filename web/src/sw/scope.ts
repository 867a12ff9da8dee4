/** The part of a service worker's global scope we use; the DOM types of the page do not describe it. */
export interface WorkerScope {
  readonly location: Location
  readonly navigator: Navigator
  readonly clients: WorkerClients
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: "install" | "activate" | "push", listener: (event: Lifetime) => void): void
  addEventListener(type: "fetch", listener: (event: FetchRequested) => void): void
  addEventListener(type: "notificationclick", listener: (event: Clicked) => void): void
  addEventListener(
    type: "message",
    listener: (event: Lifetime & { readonly data: unknown }) => void,
  ): void
}

export interface Lifetime {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchRequested extends Lifetime {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

export interface Clicked extends Lifetime {
  readonly notification: Notification
}

export interface WorkerClients {
  claim(): Promise<void>
  matchAll(options: {
    readonly type: "window"
    readonly includeUncontrolled: boolean
  }): Promise<readonly WorkerClient[]>
  openWindow(url: string): Promise<unknown>
}

export interface WorkerClient {
  readonly visibilityState: DocumentVisibilityState
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}
