// Generated from attachment-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/attachments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bytes, or one range of them */
        readonly get: operations["downloadAttachment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        /** Size and hash of an attachment */
        readonly head: operations["describeAttachment"];
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Announce an encrypted attachment */
        readonly post: operations["createUpload"];
        readonly delete?: never;
        /** What this server speaks of tus */
        readonly options: operations["describeUploads"];
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Withdraw an upload no message refers to */
        readonly delete: operations["terminateUpload"];
        readonly options?: never;
        /** How far an upload has come */
        readonly head: operations["findUpload"];
        /** Append bytes at the offset */
        readonly patch: operations["appendToUpload"];
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
    readonly downloadAttachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "If-None-Match"?: string;
                readonly "If-Range"?: string;
                readonly Range?: string;
                readonly "Liaison-Device": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All bytes; 206 with Content-Range when a single range was asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
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
    readonly describeAttachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Content-Length, ETag = SHA-256, Accept-Ranges */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
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
    readonly createUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Conversation"?: string;
                readonly "Upload-Defer-Length"?: string;
                readonly "Upload-Length"?: string;
                readonly "Upload-Metadata"?: string;
                readonly "Liaison-Device": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Location names the upload to append to */
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
    readonly describeUploads: {
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
            /** @description Tus-Version, Tus-Extension, Tus-Max-Size */
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
    readonly terminateUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Withdrawn; its bytes are removed */
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
    readonly findUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Liaison-Device": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Upload-Offset and Upload-Length */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
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
    readonly appendToUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "Content-Length"?: string;
                readonly "Upload-Offset"?: string;
                readonly "Liaison-Device": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/offset+octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Upload-Offset is durable */
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
