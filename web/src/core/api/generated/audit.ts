// Generated from audit-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/device-bindings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bindings of all devices of one person, ended ones included, newest first */
        readonly get: operations["listDeviceBindings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/device-bindings/{deviceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest bindings of one device; none until a checkpoint covers the first */
        readonly get: operations["readDeviceBindings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Acts, newest first */
        readonly get: operations["listEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/entries/{id}/proof": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A C2SP tlog-proof file of one act */
        readonly get: operations["proveEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/log/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest signed checkpoint */
        readonly get: operations["readCheckpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/log/key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The verifier key of the log */
        readonly get: operations["readLogKey"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/log/tile/entries/{path}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Up to 256 entries */
        readonly get: operations["readEntryBundle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/log/tile/{level}/{path}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A tile of up to 256 hashes */
        readonly get: operations["readTile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Actor: {
            readonly accountId?: string;
            readonly nationalId?: string;
            readonly practitionerId?: components["schemas"]["UUID"];
            readonly deviceId?: components["schemas"]["UUID"];
        };
        readonly Bytes: string;
        readonly DeviceBinding: {
            /** Format: int64 */
            readonly index: number;
            readonly proof: string;
        };
        readonly DeviceBindingPage: {
            readonly checkpoint: string;
            readonly consistency: readonly components["schemas"]["Bytes"][];
            readonly items: readonly components["schemas"]["DeviceBinding"][];
            /** Format: int64 */
            readonly next?: number;
        };
        readonly Entry: {
            /** Format: int64 */
            readonly index: number;
            readonly id: components["schemas"]["UUID"];
            readonly time: components["schemas"]["Instant"];
            readonly service: string;
            readonly action: string;
            readonly outcome: components["schemas"]["Outcome"];
            readonly actor: components["schemas"]["Actor"];
            readonly object?: components["schemas"]["Subject"];
            readonly conversationId?: components["schemas"]["UUID"];
            readonly details: {
                readonly [key: string]: string;
            };
        };
        readonly EntryPage: {
            readonly items: readonly components["schemas"]["Entry"][];
            readonly next?: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        /** @enum {string} */
        readonly Outcome: "success" | "refused";
        readonly Subject: {
            readonly type?: string;
            readonly id?: string;
        };
        /** Format: uuid */
        readonly UUID: string;
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
    readonly listDeviceBindings: {
        readonly parameters: {
            readonly query: {
                /** @description The next of the page before */
                readonly cursor?: string;
                /** @description Most bindings on the page, 1 to 100 */
                readonly limit?: string;
                /** @description Whose devices */
                readonly practitioner: string;
                /** @description Size of the tree the caller saw last */
                readonly since?: string;
            };
            readonly header?: {
                /** @description The acting device; a compliance officer needs none */
                readonly "Liaison-Device"?: string;
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
                    readonly "application/json": components["schemas"]["DeviceBindingPage"];
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
    readonly readDeviceBindings: {
        readonly parameters: {
            readonly query?: {
                /** @description Size of the tree the caller saw last */
                readonly since?: string;
            };
            readonly header?: {
                /** @description The acting device; a compliance officer needs none */
                readonly "Liaison-Device"?: string;
            };
            readonly path: {
                readonly deviceId: string;
            };
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
                    readonly "application/json": components["schemas"]["DeviceBindingPage"];
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
    readonly listEntries: {
        readonly parameters: {
            readonly query?: {
                /** @description A dotted name such as message.send */
                readonly action?: string;
                /** @description An account, national or practitioner id */
                readonly actor?: string;
                /** @description The next of the page before */
                readonly cursor?: string;
                /** @description Earliest time, included */
                readonly from?: string;
                /** @description Most entries on the page, 1 to 500 */
                readonly limit?: string;
                /** @description success or refused */
                readonly outcome?: string;
                /** @description Latest time, not included */
                readonly to?: string;
            };
            readonly header?: never;
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
                     *       "items": [
                     *         {
                     *           "index": 41,
                     *           "id": "01938d2e-0000-7000-8000-000000000001",
                     *           "time": "2026-11-21T22:43:54.123456Z",
                     *           "service": "conversation-service",
                     *           "action": "message.send",
                     *           "outcome": "success",
                     *           "actor": {
                     *             "accountId": "account-1",
                     *             "nationalId": "899700000001",
                     *             "practitionerId": "01938d2e-0000-7000-8000-000000000003",
                     *             "deviceId": "01938d2e-0000-7000-8000-000000000004"
                     *           },
                     *           "object": {
                     *             "type": "message",
                     *             "id": "7"
                     *           },
                     *           "conversationId": "01938d2e-0000-7000-8000-000000000002",
                     *           "details": {
                     *             "recipients": "3"
                     *           }
                     *         },
                     *         {
                     *           "index": 40,
                     *           "id": "01938d2e-0000-7000-8000-000000000005",
                     *           "time": "2026-11-21T22:43:53Z",
                     *           "service": "audit-service",
                     *           "action": "access",
                     *           "outcome": "refused",
                     *           "actor": {},
                     *           "details": {}
                     *         }
                     *       ],
                     *       "next": "AAYkrRIRNcAAAAAAAAAAKA"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EntryPage"];
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
    readonly proveEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
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
                    readonly "text/plain; charset=utf-8": string;
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
    readonly readCheckpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A C2SP signed note */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain; charset=utf-8": unknown;
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
    readonly readLogKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A C2SP vkey */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain; charset=utf-8": unknown;
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
    readonly readEntryBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries behind 16-bit big-endian lengths */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": unknown;
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
    readonly readTile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly level: string;
                readonly path: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description SHA-256 hashes one after the other */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": unknown;
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
}
