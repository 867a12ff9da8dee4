// Generated from conversation-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/conversations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List */
        readonly get: {
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
                        readonly "application/json": components["schemas"]["ConversationList"];
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
        readonly put?: never;
        /** Open */
        readonly post: {
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
                    readonly "application/json": components["schemas"]["OpenRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ConversationView"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/joinable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Joinable */
        readonly get: {
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
                        readonly "application/json": components["schemas"]["JoinableList"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
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
                        readonly "application/json": components["schemas"]["ConversationView"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/admins/{practitionerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Appoint */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                    readonly practitionerId: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description No Content */
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
        readonly post?: never;
        /** Withdraw */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                    readonly practitionerId: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description No Content */
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
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/commits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Commit */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["BundleRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["CommitAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/group-info": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Group Info */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
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
                        readonly "application/json": components["schemas"]["GroupInfoView"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/joins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Join */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["BundleRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["CommitAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Log */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly after?: number;
                    readonly limit?: number;
                };
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
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
                        /**
                         * @example {
                         *       "entries": [
                         *         {
                         *           "conversationId": "01890a5d-ac96-774b-bcce-b302099a8057",
                         *           "sequence": 7,
                         *           "kind": "message",
                         *           "epoch": 3,
                         *           "senderDeviceId": "01890a5d-ac96-774b-bcce-b302099a8058",
                         *           "acceptedAt": "2026-05-04T08:00:00.123Z",
                         *           "priority": "urgent",
                         *           "payload": "AQL7",
                         *           "sha256": "AQL7"
                         *         }
                         *       ],
                         *       "caughtUp": true
                         *     }
                         */
                        readonly "application/json": components["schemas"]["LogPage"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["SendRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "sequence": 7,
                         *       "acceptedAt": "2026-05-04T08:00:00.123Z"
                         *     }
                         */
                        readonly "application/json": components["schemas"]["SendAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Move */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["ReceiptRequest"];
                };
            };
            readonly responses: {
                /** @description Created */
                readonly 201: {
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/refounding": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Order */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody?: {
                readonly content: {
                    readonly "application/json": components["schemas"]["RefoundingRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["RefoundingAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{id}/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Report */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["ReportRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ReportAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delivery-key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read */
        readonly get: {
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
                        readonly "application/json": components["schemas"]["DeliveryKeyView"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/key-package-claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Claim */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Idempotency-Key"?: string;
                    readonly "Liaison-Device": string;
                };
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["ClaimRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "devices": [
                         *         {
                         *           "deviceId": "01890a5d-ac96-774b-bcce-b302099a8058",
                         *           "practitionerId": "01890a5d-ac96-774b-bcce-b302099a8059",
                         *           "status": "ok",
                         *           "keyPackage": "AQL7"
                         *         },
                         *         {
                         *           "deviceId": "01890a5d-ac96-774b-bcce-b302099a8058",
                         *           "practitionerId": "01890a5d-ac96-774b-bcce-b302099a8059",
                         *           "status": "exhausted"
                         *         }
                         *       ]
                         *     }
                         */
                        readonly "application/json": components["schemas"]["ClaimAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/key-packages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Level */
        readonly get: {
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
                        readonly "application/json": components["schemas"]["PoolLevel"];
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
        readonly put?: never;
        /** Upload */
        readonly post: {
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
                    readonly "application/json": components["schemas"]["UploadRequest"];
                };
            };
            readonly responses: {
                /** @description OK */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["UploadAnswer"];
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
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/welcomes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List */
        readonly get: {
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
                        readonly "application/json": components["schemas"]["WelcomeList"];
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
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/welcomes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Done */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header: {
                    readonly "Liaison-Device": string;
                };
                readonly path: {
                    readonly id: components["schemas"]["UUID"];
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description No Content */
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
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly BundleRequest: {
            readonly commit: components["schemas"]["Bytes"];
            readonly welcome?: components["schemas"]["Bytes"];
            readonly groupInfo: components["schemas"]["Bytes"];
        };
        /** Format: base64url */
        readonly Bytes: string;
        readonly ClaimAnswer: {
            readonly devices: readonly components["schemas"]["Invitation"][];
        };
        readonly ClaimRequest: {
            readonly practitionerIds: readonly string[];
        };
        readonly CommitAnswer: {
            /** Format: int64 */
            readonly epoch: number;
            /** Format: int64 */
            readonly sequence: number;
        };
        readonly ConversationList: {
            readonly items: readonly components["schemas"]["ConversationView"][];
        };
        readonly ConversationView: {
            readonly id: components["schemas"]["UUID"];
            readonly kind: components["schemas"]["Kind"];
            /** Format: int64 */
            readonly epoch: number;
            /** Format: int64 */
            readonly lastSequence: number;
            /** Format: int64 */
            readonly firstSequence: number;
            readonly createdAt: components["schemas"]["Instant"];
            readonly state: components["schemas"]["State"];
            readonly succeeds?: components["schemas"]["UUID"];
            readonly succeededBy?: components["schemas"]["UUID"];
            readonly members: readonly components["schemas"]["MemberView"][];
            readonly admins: readonly string[];
            readonly receipts: readonly components["schemas"]["ReceiptView"][];
        };
        readonly DeliveryKeyView: {
            readonly externalSenders: components["schemas"]["Bytes"];
        };
        /** @enum {string} */
        readonly EntryKind: "commit" | "message" | "proposal";
        readonly EntryView: {
            readonly conversationId: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly sequence: number;
            readonly kind: components["schemas"]["EntryKind"];
            /** Format: int64 */
            readonly epoch: number;
            readonly senderDeviceId: components["schemas"]["UUID"];
            readonly acceptedAt: components["schemas"]["Instant"];
            readonly priority: components["schemas"]["Priority"];
            readonly payload: components["schemas"]["Bytes"];
            readonly sha256: components["schemas"]["Bytes"];
        };
        readonly GroupInfoView: {
            /** Format: int64 */
            readonly epoch: number;
            readonly groupInfo: components["schemas"]["Bytes"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        readonly Invitation: {
            readonly deviceId: components["schemas"]["UUID"];
            readonly practitionerId: components["schemas"]["UUID"];
            readonly status: components["schemas"]["Status"];
            readonly keyPackage?: components["schemas"]["Bytes"];
        };
        readonly JoinableList: {
            readonly items: readonly components["schemas"]["JoinableView"][];
        };
        readonly JoinableView: {
            readonly id: components["schemas"]["UUID"];
            readonly kind: components["schemas"]["Kind"];
            /** Format: int64 */
            readonly epoch: number;
        };
        /** @enum {string} */
        readonly Kind: "direct" | "group";
        readonly LogPage: {
            readonly entries: readonly components["schemas"]["EntryView"][];
            readonly caughtUp: boolean;
        };
        readonly MemberView: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly deviceId: components["schemas"]["UUID"];
            readonly dormantSince?: components["schemas"]["Instant"];
        };
        readonly OpenRequest: {
            readonly id: components["schemas"]["UUID"];
            readonly kind: components["schemas"]["Kind"];
            readonly groupInfo: components["schemas"]["Bytes"];
            readonly commit?: components["schemas"]["BundleRequest"];
            readonly succeeds?: components["schemas"]["UUID"];
            readonly leaveOut?: components["schemas"]["UUID"];
        };
        readonly PoolLevel: {
            /** Format: int32 */
            readonly available: number;
            readonly lastResort: boolean;
        };
        /** @enum {string} */
        readonly Priority: "routine" | "urgent";
        readonly ReceiptRequest: {
            /** Format: int64 */
            readonly deliveredUpTo?: number;
            /** Format: int64 */
            readonly readUpTo?: number;
        };
        readonly ReceiptView: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly deviceId: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly deliveredUpTo: number;
            /** Format: int64 */
            readonly readUpTo: number;
        };
        readonly RefoundingAnswer: {
            readonly state: components["schemas"]["State"];
            readonly succeededBy?: components["schemas"]["UUID"];
        };
        readonly RefoundingRequest: {
            /** Format: int64 */
            readonly sequence?: number;
        };
        readonly ReportAnswer: {
            /** Format: int32 */
            readonly reporters: number;
            /** Format: int32 */
            readonly needed: number;
            readonly state: components["schemas"]["State"];
        };
        readonly ReportRequest: {
            /** Format: int64 */
            readonly sequence: number;
        };
        readonly SendAnswer: {
            /** Format: int64 */
            readonly sequence: number;
            readonly acceptedAt: components["schemas"]["Instant"];
        };
        readonly SendRequest: {
            readonly message: components["schemas"]["Bytes"];
            readonly priority?: components["schemas"]["Priority"];
            readonly attachments?: readonly string[];
        };
        /** @enum {string} */
        readonly State: "open" | "refounding" | "succeeded";
        /** @enum {string} */
        readonly Status: "ok" | "lastResort" | "exhausted" | "revoked";
        /** Format: uuid */
        readonly UUID: string;
        readonly UploadAnswer: {
            /** Format: int32 */
            readonly available: number;
        };
        readonly UploadRequest: {
            readonly keyPackages: readonly components["schemas"]["Bytes"][];
            readonly lastResort?: components["schemas"]["Bytes"];
        };
        readonly WelcomeList: {
            readonly items: readonly components["schemas"]["WelcomeView"][];
        };
        readonly WelcomeView: {
            readonly id: components["schemas"]["UUID"];
            readonly conversationId: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly sequence: number;
            readonly welcome: components["schemas"]["Bytes"];
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
            /** Format: int64 */
            readonly currentEpoch?: number;
            /** Format: int64 */
            readonly lastSequence?: number;
            /** Format: uuid */
            readonly successor?: string;
            /** Format: date-time */
            readonly since?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
