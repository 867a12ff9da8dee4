// Generated from notification-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/web-push": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The key a browser subscribes with */
        readonly get: operations["getWebPush"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/web-push/subscription": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Make this the device's subscription */
        readonly put: operations["putSubscription"];
        readonly post?: never;
        /** Stop waking the device */
        readonly delete: operations["deleteSubscription"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Format: base64url */
        readonly Bytes: string;
        readonly SubscriptionRequest: {
            readonly endpoint: string;
            readonly p256dh: components["schemas"]["Bytes"];
            readonly auth: components["schemas"]["Bytes"];
        };
        readonly WebPushView: {
            readonly publicKey: string;
        };
        /** @description RFC 9457; members beyond these depend on the code */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @enum {string} */
            readonly code: "malformed-request" | "invalid-parameter" | "device-required" | "malformed-mls" | "malformed-upload" | "unauthenticated" | "step-up-required" | "forbidden" | "device-unknown" | "device-revoked" | "device-expired" | "not-registered" | "registration-ended" | "not-found" | "method-not-allowed" | "not-acceptable" | "stale-epoch" | "commit-required" | "conversation-closed" | "conflict" | "device-limit" | "challenge-spent" | "account-bound" | "upload-offset-mismatch" | "gone" | "resync-required" | "upload-version" | "too-large" | "unsupported-media-type" | "range-not-satisfiable" | "idempotency-conflict" | "proof-invalid" | "import-refused" | "not-allowed-in-conversation" | "too-many-requests" | "internal-error" | "unavailable";
            readonly detail?: string;
            readonly field?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getWebPush: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "publicKey": "BPublicKey"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebPushView"];
                };
            };
            /** @description A problem; its code is stable */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "endpoint": "https://push.example.test/send/one",
                 *       "p256dh": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                 *       "auth": "AAAAAAAAAAAAAAAAAAAAAA"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SubscriptionRequest"];
            };
        };
        readonly responses: {
            /** @description The device will be woken there */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code is stable */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The device will not be woken */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code is stable */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
