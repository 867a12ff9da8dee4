import type { Http } from "./http"

/** The notification-service: one Web Push subscription per device. */
export class NotificationApi {
  constructor(private readonly http: Http) {}

  async publicKey(): Promise<string> {
    const answer = await this.http.json<{ publicKey: string }>("notification", "/v1/web-push")
    return answer.publicKey
  }

  async subscribe(subscription: {
    readonly endpoint: string
    readonly p256dh: string
    readonly auth: string
  }): Promise<void> {
    await this.http.done("notification", "/v1/web-push/subscription", {
      method: "PUT",
      json: subscription,
    })
  }

  async unsubscribe(): Promise<void> {
    await this.http.done("notification", "/v1/web-push/subscription", { method: "DELETE" })
  }
}
