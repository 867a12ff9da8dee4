// Generated from directory-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/device-challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Something fresh for a device to sign */
        readonly post: operations["issueDeviceChallenge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/devices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The caller's devices, revoked ones included */
        readonly get: operations["listDevices"];
        readonly put?: never;
        /** Enrols a device with proof of its key; needs a login of the last 15 minutes */
        readonly post: operations["enrolDevice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/devices/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes one of the caller's devices for ever */
        readonly delete: operations["revokeDevice"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/devices/{id}/certificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** A new certificate of the same key; the present one while it lasts long enough */
        readonly put: operations["renewCertificate"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who the caller is; the first call binds a practitioner's account */
        readonly get: operations["readMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/practitioners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Active practitioners whose card holds all the words, best matches first
         * @description Words may be misspelt, cut short or initials, in any order; those found as typed come first. People of the caller's own departments come slightly before others.
         */
        readonly get: operations["searchPractitioners"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/practitioners/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One practitioner's card, departed or not */
        readonly get: operations["readPractitioner"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/practitioners/{id}/devices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A practitioner's active devices */
        readonly get: operations["listPractitionerDevices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The latest imports, newest first, and those that run */
        readonly get: operations["listRegisterImports"];
        readonly put?: never;
        /** Imports an extraction of the national register, as text or in the published archive; all of it or nothing */
        readonly post: operations["importRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far an import is while it runs, and its report afterwards */
        readonly get: operations["readRegisterImport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/software": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All programs, withdrawn ones included */
        readonly get: operations["listSoftware"];
        readonly put?: never;
        /** Enters a program in the name of a structure; needs a login of the last 15 minutes */
        readonly post: operations["vouchForSoftware"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/software/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends a program's part at once */
        readonly delete: operations["withdrawSoftware"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/trust-anchor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The root certificate clients pin */
        readonly get: operations["readTrustAnchor"];
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
        /** Format: base64url */
        readonly Bytes: string;
        readonly Device: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly signatureKey: components["schemas"]["Bytes"];
            readonly status: components["schemas"]["DeviceStatus"];
            readonly enrolledAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly certificateChain: readonly components["schemas"]["Bytes"][];
        };
        readonly DeviceChallenge: {
            readonly challenge: string;
            readonly expiresAt: components["schemas"]["Instant"];
        };
        readonly DeviceList: {
            readonly items: readonly components["schemas"]["Device"][];
        };
        /** @enum {string} */
        readonly DeviceStatus: "active" | "revoked";
        readonly EnrolmentRequest: {
            /** @description What its owner calls the device */
            readonly name: string;
            /**
             * Format: base64url
             * @description Raw Ed25519 public key
             */
            readonly signatureKey: string;
            /** @description As POST /v1/device-challenges answered it */
            readonly challenge: string;
            /**
             * Format: base64url
             * @description Ed25519 signature by the key over the UTF-8 text 'liaison-device-enrolment-v1' LF challenge LF signatureKey
             */
            readonly proof: string;
        };
        readonly FoundProfession: {
            readonly code: string;
            readonly label: string;
            /** Format: int32 */
            readonly count: number;
        };
        /** @enum {string} */
        readonly ImportPhase: "reading" | "gathering" | "merging" | "done";
        readonly ImportReport: {
            readonly id: components["schemas"]["UUID"];
            readonly startedAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"];
            readonly origin: string;
            readonly outcome: string;
            readonly reason?: string;
            /** Format: int64 */
            readonly reasonLine?: number;
            readonly detail?: string;
            readonly registerDate: components["schemas"]["LocalDate"];
            /** Format: int64 */
            readonly rows: number;
            /** Format: int64 */
            readonly people: number;
            /** Format: int64 */
            readonly arrivals: number;
            /** Format: int64 */
            readonly changes: number;
            /** Format: int64 */
            readonly departures: number;
            /** Format: int64 */
            readonly returns: number;
            readonly defects: {
                readonly [key: string]: number;
            };
            readonly firstDefects: readonly components["schemas"]["RegisterDefect"][];
            /**
             * Format: int32
             * @description Other files of the archive; not read
             */
            readonly ignoredFiles?: number;
            /** @description Present when more left than the limit, as an administrator accepted */
            readonly departuresAccepted?: boolean;
            /** @description The most frequent professions of an accepted import */
            readonly professions?: readonly components["schemas"]["RegisterProfessionCount"][];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        /**
         * Format: date
         * @example 2022-03-10
         */
        readonly LocalDate: string;
        readonly Me: {
            readonly accountId: string;
            readonly nationalId?: string;
            readonly roles: readonly string[];
            readonly practitioner?: components["schemas"]["Practitioner"];
        };
        readonly PeerDevice: {
            readonly id: components["schemas"]["UUID"];
            readonly signatureKey: components["schemas"]["Bytes"];
            readonly certificateChain: readonly components["schemas"]["Bytes"][];
            readonly enrolledAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
        };
        readonly PeerDeviceList: {
            readonly items: readonly components["schemas"]["PeerDevice"][];
        };
        readonly Practitioner: {
            readonly id: components["schemas"]["UUID"];
            readonly nationalId: string;
            readonly givenName: string;
            readonly familyName: string;
            readonly civility?: string;
            readonly professionCode: string;
            readonly profession: string;
            readonly savoirFaireCode?: string;
            readonly savoirFaire?: string;
            readonly situations: readonly components["schemas"]["Situation"][];
            readonly registerStatus: components["schemas"]["RegisterStatus"];
            readonly registerDate: components["schemas"]["LocalDate"];
            readonly source: components["schemas"]["PractitionerSource"];
            /** @description Whether the person has a device to write to */
            readonly reachable: boolean;
        };
        readonly PractitionerPage: {
            readonly items: readonly components["schemas"]["Practitioner"][];
            readonly next?: string;
            readonly registerDate?: components["schemas"]["LocalDate"];
            readonly professions?: readonly components["schemas"]["FoundProfession"][];
        };
        /** @enum {string} */
        readonly PractitionerSource: "register" | "structure";
        readonly RegisterDefect: {
            /** Format: int64 */
            readonly line: number;
            readonly reason: string;
        };
        readonly RegisterImportList: {
            readonly items: readonly components["schemas"]["ImportReport"][];
            readonly running?: readonly components["schemas"]["RegisterImportProgress"][];
        };
        readonly RegisterImportProgress: {
            readonly id: components["schemas"]["UUID"];
            readonly startedAt: components["schemas"]["Instant"];
            readonly origin: string;
            readonly registerDate: components["schemas"]["LocalDate"];
            readonly phase: components["schemas"]["ImportPhase"];
            /** Format: int64 */
            readonly rows: number;
            /** Format: int64 */
            readonly bytes: number;
            /** Format: int64 */
            readonly totalBytes?: number;
            /** Format: int64 */
            readonly rowsPerSecond: number;
            /** Format: int64 */
            readonly readingSecondsLeft?: number;
        };
        readonly RegisterImportStatus: {
            readonly id: components["schemas"]["UUID"];
            readonly phase: components["schemas"]["ImportPhase"];
            readonly progress?: components["schemas"]["RegisterImportProgress"];
            readonly report?: components["schemas"]["ImportReport"];
        };
        readonly RegisterProfessionCount: {
            readonly code: string;
            readonly label: string;
            /** Format: int64 */
            readonly people: number;
            /** Format: int64 */
            readonly arrivals: number;
            /** Format: int64 */
            readonly departures: number;
        };
        /** @enum {string} */
        readonly RegisterStatus: "active" | "departed";
        readonly RenewalRequest: {
            /** @description From POST /v1/device-challenges */
            readonly challenge: string;
            /** @description Ed25519 signature, base64url, over "liaison-device-renewal-v1", the challenge and the device's public key in base64url, each but the last followed by a line feed */
            readonly proof: string;
        };
        readonly Situation: {
            readonly structureId?: string;
            readonly structureName?: string;
            readonly postalCode?: string;
            readonly town?: string;
            readonly sector?: string;
            readonly profession: string;
        };
        readonly Software: {
            readonly id: components["schemas"]["UUID"];
            readonly clientId: string;
            readonly name: string;
            readonly structureId: string;
            readonly nationalId: string;
            readonly status: components["schemas"]["SoftwareStatus"];
            readonly vouchedAt: components["schemas"]["Instant"];
        };
        readonly SoftwareList: {
            readonly items: readonly components["schemas"]["Software"][];
        };
        /** @enum {string} */
        readonly SoftwareStatus: "active" | "departed";
        readonly TrustAnchor: {
            readonly rootCertificate: components["schemas"]["Bytes"];
        };
        /** Format: uuid */
        readonly UUID: string;
        readonly VouchRequest: {
            /** @description The client id with which the program logs in */
            readonly clientId: string;
            /** @description What people see */
            readonly name: string;
            /**
             * @description The register's technical identifier
             * @example F750000001
             */
            readonly structureId: string;
        };
        /** @description RFC 9457; members beyond these depend on the code */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
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
    readonly issueDeviceChallenge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeviceChallenge"];
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
    readonly listDevices: {
        readonly parameters: {
            readonly query?: never;
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
                    readonly "application/json": components["schemas"]["DeviceList"];
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
    readonly enrolDevice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EnrolmentRequest"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Device"];
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
    readonly revokeDevice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
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
    readonly renewCertificate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RenewalRequest"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Device"];
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
    readonly readMe: {
        readonly parameters: {
            readonly query?: never;
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
                    readonly "application/json": components["schemas"]["Me"];
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
    readonly searchPractitioners: {
        readonly parameters: {
            readonly query?: {
                /** @description Adds how many of all who match have which profession */
                readonly counts?: boolean;
                /** @description The next of the page before */
                readonly cursor?: string;
                /** @description The number of a department, such as 62, 2A or 971 */
                readonly department?: string;
                readonly limit?: number;
                /** @description A postal code, or at least two digits of its beginning */
                readonly postalCode?: string;
                /** @description Words or the code of a profession or speciality */
                readonly profession?: string;
                /** @description The exact code of a profession, such as 60 */
                readonly professionCode?: string;
                /** @description Words of name, profession, town, postal code or structure */
                readonly q?: string;
                /** @description Only people with a device to write to, as of some seconds ago */
                readonly reachable?: boolean;
                /** @description The exact code of a speciality, such as SM54 */
                readonly savoirFaire?: string;
                /** @description The structureId of a situation */
                readonly structure?: string;
                /** @description A town, a department or the beginning of a postal code */
                readonly town?: string;
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
                    readonly "application/json": components["schemas"]["PractitionerPage"];
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
    readonly readPractitioner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
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
                    readonly "application/json": components["schemas"]["Practitioner"];
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
    readonly listPractitionerDevices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
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
                    readonly "application/json": components["schemas"]["PeerDeviceList"];
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
    readonly listRegisterImports: {
        readonly parameters: {
            readonly query?: never;
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
                    readonly "application/json": components["schemas"]["RegisterImportList"];
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
    readonly importRegister: {
        readonly parameters: {
            readonly query?: {
                /** @description Imports although more people would leave than the configured share; needs a login of the last 15 minutes */
                readonly acceptDepartures?: boolean;
                /** @description A new UUID under which the import can be watched while it runs; made here when absent */
                readonly id?: string;
                /** @description The day the file stands for; today when absent */
                readonly registerDate?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "text/plain": string;
                readonly "application/zip": string;
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
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
    readonly readRegisterImport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
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
                    readonly "application/json": components["schemas"]["RegisterImportStatus"];
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
    readonly listSoftware: {
        readonly parameters: {
            readonly query?: never;
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
                    readonly "application/json": components["schemas"]["SoftwareList"];
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
    readonly vouchForSoftware: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VouchRequest"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Software"];
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
    readonly withdrawSoftware: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
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
    readonly readTrustAnchor: {
        readonly parameters: {
            readonly query?: never;
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
                    readonly "application/json": components["schemas"]["TrustAnchor"];
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
