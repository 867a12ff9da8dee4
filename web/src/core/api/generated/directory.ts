// Generated from directory-service/openapi.yaml by npm run generate-api. Do not edit.
export interface paths {
    readonly "/v1/communes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * At most 20 communes of whose names one, or the postal code, begins so
         * @description For search as one types: accents, hyphens, "saint" or "st" make no difference, and a postal code or a department may stand beside the name. Names that are the words or go on behind them come first, then those that begin so, then those that hold the words; of each those of the caller's departments first, then the largest.
         */
        readonly get: operations["suggestCommunes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Delegations the caller has a part in, open ones first; at most 50 */
        readonly get: operations["listDelegations"];
        readonly put?: never;
        /**
         * Asks somebody to stand in; shown to others once they accepted
         * @description The caller is replaced, or, with replacedId and structureId, somebody who practises at a FINESS structure that the caller administers. A conflict has the member reason: overlap, stands-in, locum-replaced or too-many.
         */
        readonly post: operations["proposeDelegation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/candidates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who may stand in: same profession and speciality, listed as a locum, near by */
        readonly get: operations["findLocumCandidates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Declines, withdraws or ends it, according to who calls and where it stands */
        readonly delete: operations["endDelegation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The yes of whoever is asked */
        readonly post: operations["acceptDelegation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
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
    readonly "/v1/devices/{id}/name": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Another name for one of the caller's devices */
        readonly put: operations["renameDevice"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Makes the account of an invited person; needs no login, only the link's token */
        readonly post: operations["acceptInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a link invites to, or why it ended; needs only the link's token */
        readonly post: operations["readInvitation"];
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
    readonly "/v1/me/administered-structures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The structures for which the caller may invite people */
        readonly get: operations["listAdministeredStructures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** People by family name, without programs */
        readonly get: operations["listPeople"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where a person stands, and their devices */
        readonly get: operations["readPerson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/devices/{deviceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Takes a lost device away for ever; needs a login of the last 15 minutes */
        readonly delete: operations["revokeDeviceOfPerson"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/suspension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ends a person's part at once, for now; needs a login of the last 15 minutes */
        readonly post: operations["suspendPerson"];
        /** Gives the account back, no device; needs a login of the last 15 minutes */
        readonly delete: operations["liftSuspension"];
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
         * @description Words may be misspelt, cut short or initials, in any order; those found as typed come first. People of the caller's own structures, then of their surroundings, then of their departments, come slightly before others.
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
    readonly "/v1/practitioners/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Whom of the register each row of a list means; nothing of the list is kept
         * @description Certain is who has the RPPS number or the MSSanté mailbox, or who alone of their name practises at the place. Mailboxes of the red list and of structures are nobody's. The answer shows cards as a search does, never mailboxes. Rows are counted by account: too many within an hour are refused with Retry-After.
         */
        readonly post: operations["matchPractitioners"];
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
    readonly "/v1/practitioners/{id}/card": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One practitioner's card, departed or not, signed so that it can be kept
         * @description The digest stays the same while the names, professions, places and the register's status do, whatever day the register is of; so whoever kept a card can say what changed. Homonyms are active people whose names have the same words.
         */
        readonly get: operations["readSignedCard"];
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
        /** Imports an extraction of the national register, of people, their skills, their diplomas or their MSSanté mailboxes, as text or in the published archive; all of it or nothing */
        readonly post: operations["importRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-imports/fetch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fetches at once what the configured source has that was not imported yet
         * @description The answer comes before the fetch is over; what it imports is in the list of imports, and a source without anything new leaves no trace there. A conflict says why in `reason`: `no-source` where none is configured, `running` where a fetch or an import goes on.
         */
        readonly post: operations["fetchRegister"];
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
    readonly "/v1/register-imports/{id}/defects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The row defects of an import that is over, by line and reason
         * @description In the order in which they were found; of each of the 50 latest imports that had any, the first 10,000 unless configured otherwise. The report counts all.
         */
        readonly get: operations["listRegisterDefects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-top-up": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far the top-up of the register has come, and its latest runs */
        readonly get: operations["readRegisterTopUp"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-top-up/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lets the run that stopped for its many departures go on to its end
         * @description Needs a login of the last 15 minutes. Answers 409 when no run is stopped. The run goes on at the next interval, and stops again before it removes more than accepted.
         */
        readonly post: operations["acceptTopUpDepartures"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/register-top-up/run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Ends the run that stopped for its many departures, or comes no further
         * @description Needs a login of the last 15 minutes. Answers 409 when no run is stopped or paused. The next run asks the source anew, and stops again where it still says the same.
         */
        readonly delete: operations["discardTopUpRun"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/revocations.crl": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An X.509 revocation list of device certificates, signed by their issuer */
        readonly get: operations["readRevocationList"];
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
    readonly "/v1/structures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Structures where active people practise, best matches first
         * @description Words may be misspelt, cut short or in any order. A new register is found some seconds after it is in force.
         */
        readonly get: operations["searchStructures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One structure, with its professions counted */
        readonly get: operations["readStructure"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/administrators": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who may invite for it */
        readonly get: operations["listStructureAdministrators"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/administrators/{practitionerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Lets a person invite for it; needs a login of the last 15 minutes */
        readonly put: operations["nameStructureAdministrator"];
        readonly post?: never;
        /** Ends that, and the open invitations; needs a login of the last 15 minutes */
        readonly delete: operations["dismissStructureAdministrator"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The latest 500 invitations */
        readonly get: operations["listInvitations"];
        readonly put?: never;
        /** Answers a link that is shown only once; needs a login of the last 15 minutes */
        readonly post: operations["invitePerson"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/invitations/{invitationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Makes the link worth nothing */
        readonly delete: operations["withdrawInvitation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who practises there, by name */
        readonly get: operations["listStructureMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who accepted, and their devices */
        readonly get: operations["listInvitedPeople"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/people/{practitionerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends the person's part at once */
        readonly delete: operations["removeInvitedPerson"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/people/{practitionerId}/devices/{deviceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Takes a lost device away */
        readonly delete: operations["revokeInvitedPersonsDevice"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/structures/{id}/services": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The MSSanté mailboxes of its services, by service
         * @description Those of the national extraction in force that are no one person's; none on the red list. The limit counts mailboxes, so that a page may end within a service, which the next page goes on with. A service without a name is the structure itself. Where an import took away the mailbox a page ended with, its cursor is refused: begin again.
         */
        readonly get: operations["listStructureServices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
        readonly Acceptance: {
            /** @description To be given as login_hint of the login */
            readonly username: string;
            readonly oneTimePassword: string;
            readonly usableUntil: components["schemas"]["Instant"];
        };
        readonly AcceptanceRequest: {
            readonly token: string;
        };
        readonly AdministeredStructure: {
            readonly id: string;
            readonly name?: string;
            readonly postalCode?: string;
            readonly town?: string;
        };
        readonly AdministeredStructureList: {
            readonly items: readonly components["schemas"]["AdministeredStructure"][];
        };
        readonly AmbiguousSuccession: {
            /** @description The entry known by its ADELI number */
            readonly practitionerId: components["schemas"]["UUID"];
            /** @description The first line of each person of the file who may be the same */
            readonly lines: readonly number[];
            readonly reason: components["schemas"]["AmbiguousSuccessionReason"];
        };
        /** @enum {string} */
        readonly AmbiguousSuccessionReason: "several_candidates" | "several_predecessors" | "known_already" | "both_listed" | "place_alone";
        /** Format: base64url */
        readonly Bytes: string;
        readonly CardContent: {
            readonly id: components["schemas"]["UUID"];
            readonly nationalId: string;
            readonly givenName: string;
            readonly familyName: string;
            readonly civility?: string;
            readonly professionCode: string;
            readonly profession: string;
            /** @description Whether the profession is one of care, or of helping with it by law */
            readonly careProfession: boolean;
            readonly savoirFaireCode?: string;
            readonly savoirFaire?: string;
            readonly situations: readonly components["schemas"]["Situation"][];
            readonly registerStatus: components["schemas"]["RegisterStatus"];
            readonly source: components["schemas"]["PractitionerSource"];
            /** @description Savoir-faire of an active person; not said by former cards */
            readonly skills?: readonly components["schemas"]["Skill"][];
            /** @description Diplomas and authorisations of an active person; not said by former cards */
            readonly qualifications?: readonly components["schemas"]["Qualification"][];
            /** @description Not said by former cards; the digest covers that it is a student's */
            readonly category?: components["schemas"]["ProfessionalCategory"];
        };
        /** @description The payload of a signed card, as JSON */
        readonly CardStatement: {
            /** Format: int32 */
            readonly version: number;
            readonly issuedAt: components["schemas"]["Instant"];
            readonly registerDate: components["schemas"]["LocalDate"];
            readonly reachable: boolean;
            readonly digest: components["schemas"]["Bytes"];
            readonly card: components["schemas"]["CardContent"];
            /** @description Outside the digest: it comes and goes with the days */
            readonly replacement?: components["schemas"]["Replacement"];
            /** @description Has a published MSSanté mailbox; outside the digest, unsaid formerly */
            readonly mssante?: boolean;
        };
        readonly Commune: {
            /** @description The INSEE code, which is not a postal code */
            readonly code: string;
            readonly name: string;
            /** @description Of one that was merged, those of what it is part of */
            readonly postalCodes: readonly string[];
            /** @description The number of its department, such as 62, 2A or 971 */
            readonly department: string;
            /** @description The name of the commune it was merged into */
            readonly partOf?: string;
        };
        readonly CommuneSuggestions: {
            readonly items: readonly components["schemas"]["Commune"][];
        };
        readonly Delegation: {
            readonly id: components["schemas"]["UUID"];
            readonly replaced: components["schemas"]["DelegationParty"];
            readonly locum: components["schemas"]["DelegationParty"];
            /** @example 2026-12-21 */
            readonly startsOn: components["schemas"]["LocalDate"];
            /**
             * @description The last day, included
             * @example 2027-01-03
             */
            readonly endsOn: components["schemas"]["LocalDate"];
            readonly state: components["schemas"]["DelegationState"];
            /** @description Only of one that ended */
            readonly endReason?: components["schemas"]["DelegationEndReason"];
            readonly proposedAt: components["schemas"]["Instant"];
            /**
             * @description Whose administrator proposed it; absent where the person did
             * @example F440900017
             */
            readonly structureId?: string;
        };
        /** @enum {string} */
        readonly DelegationEndReason: "declined" | "withdrawn" | "ended" | "over" | "unanswered" | "unavailable";
        readonly DelegationList: {
            readonly items: readonly components["schemas"]["Delegation"][];
        };
        readonly DelegationParty: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly givenName: string;
            readonly familyName: string;
            readonly civility?: string;
            readonly profession: string;
            readonly standing?: components["schemas"]["Standing"];
        };
        /** @enum {string} */
        readonly DelegationState: "proposed" | "upcoming" | "current" | "ended";
        readonly Device: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly signatureKey: components["schemas"]["Bytes"];
            readonly status: components["schemas"]["DeviceStatus"];
            readonly enrolledAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly certificateChain: readonly components["schemas"]["Bytes"][];
            /** @description The day (UTC) on which it was last used, where known */
            readonly lastUsedOn?: components["schemas"]["LocalDate"];
        };
        readonly DeviceChallenge: {
            readonly challenge: string;
            readonly expiresAt: components["schemas"]["Instant"];
        };
        readonly DeviceList: {
            readonly items: readonly components["schemas"]["Device"][];
            /** Format: int32 */
            readonly most?: number;
        };
        readonly DeviceNameRequest: {
            readonly name: string;
        };
        /** @enum {string} */
        readonly DeviceStatus: "active" | "revoked";
        readonly Distance: {
            readonly id: components["schemas"]["UUID"];
            /** Format: int32 */
            readonly km: number;
            /** @description True where the commune is not known, only a postal code that several share or that of a CEDEX, or where its position is that of its neighbours */
            readonly approximate: boolean;
        };
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
            readonly standing?: components["schemas"]["Standing"];
        };
        readonly HeldDevice: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            /** @enum {string} */
            readonly status: "active" | "revoked";
            readonly enrolledAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly revokedAt?: components["schemas"]["Instant"];
            readonly revocationReason?: string;
            /** @description The day (UTC) on which it was last used, where known */
            readonly lastUsedOn?: components["schemas"]["LocalDate"];
        };
        readonly Homonyms: {
            /** Format: int32 */
            readonly total: number;
            /** Format: int32 */
            readonly sameDepartment: number;
            /** Format: int32 */
            readonly sameTown: number;
        };
        /** @enum {string} */
        readonly ImportKind: "register" | "mailboxes" | "skills" | "qualifications";
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
            /** @description What the file held, where not the register; people are then those it lists with a mailbox, skill or qualification, and nobody arrives or leaves */
            readonly kind?: components["schemas"]["ImportKind"];
            readonly mailboxes?: components["schemas"]["RegisterMailboxCounts"];
            /** @description What each file came to, where skills or qualifications were among them; rows and defects of the report are then those of all files */
            readonly files?: readonly components["schemas"]["RegisterFileCounts"][];
            /** @description Who moved from ADELI to RPPS, where anybody did or may have */
            readonly successions?: components["schemas"]["SuccessionCounts"];
            /**
             * Format: int64
             * @description People left as the top-up made them, because what it knows may be newer than the file; absent for none
             */
            readonly keptNewer?: number;
            /** @description Of a register in force, now or before: who came and went by top-ups until the next one, besides the counts of the file; absent for none */
            readonly toppedUp?: components["schemas"]["ToppedUp"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        readonly Invitation: {
            readonly id: components["schemas"]["UUID"];
            readonly givenName: string;
            readonly familyName: string;
            readonly function: string;
            readonly email?: string;
            readonly status: components["schemas"]["InvitationStatus"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly createdBy: components["schemas"]["UUID"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly acceptedAt?: components["schemas"]["Instant"];
        };
        readonly InvitationList: {
            readonly items: readonly components["schemas"]["Invitation"][];
        };
        readonly InvitationPreview: {
            /** @description Also open where an acceptance may be gone on with */
            readonly status: components["schemas"]["InvitationStatus"];
            readonly givenName?: string;
            readonly familyName?: string;
            readonly function?: string;
            readonly invitedBy?: string;
            readonly structureName?: string;
            readonly town?: string;
            readonly usableUntil?: components["schemas"]["Instant"];
        };
        readonly InvitationRequest: {
            readonly givenName: string;
            readonly familyName: string;
            /** @description What the person does there, as others see it */
            readonly function: string;
            /** @description For the list of invitations only; nothing is sent */
            readonly email?: string;
        };
        /** @enum {string} */
        readonly InvitationStatus: "open" | "accepted" | "expired" | "withdrawn";
        readonly InvitedPerson: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly nationalId: string;
            readonly givenName: string;
            readonly familyName: string;
            readonly function: string;
            readonly state: components["schemas"]["InvitedPersonState"];
            readonly invitedAt: components["schemas"]["Instant"];
            readonly devices: readonly components["schemas"]["InvitedPersonDevice"][];
        };
        readonly InvitedPersonDevice: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly status: string;
            readonly enrolledAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly revokedAt?: components["schemas"]["Instant"];
            /** @description The day (UTC) on which it was last used, where known */
            readonly lastUsedOn?: components["schemas"]["LocalDate"];
        };
        readonly InvitedPersonList: {
            readonly items: readonly components["schemas"]["InvitedPerson"][];
        };
        /** @enum {string} */
        readonly InvitedPersonState: "invited" | "active" | "suspended" | "departed" | "lapsed";
        readonly IssuedInvitation: {
            readonly invitation: components["schemas"]["Invitation"];
            /** @description To be given to the person; shown only now */
            readonly link: string;
        };
        /** @enum {string} */
        readonly LifecycleState: "known" | "activated" | "suspended" | "departed";
        /**
         * Format: date
         * @example 2022-03-10
         */
        readonly LocalDate: string;
        readonly LocumCandidates: {
            readonly items: readonly components["schemas"]["Practitioner"][];
            readonly distances: readonly components["schemas"]["Distance"][];
        };
        readonly Mailbox: {
            readonly address: string;
            /** @description The workplace it is for */
            readonly structureName?: string;
            /** @description Whether the person agrees to receive documents by mail alone */
            readonly paperless?: boolean;
        };
        readonly Match: {
            readonly confidence: components["schemas"]["MatchConfidence"];
            readonly candidates: readonly components["schemas"]["MatchCandidate"][];
            readonly more: boolean;
        };
        readonly MatchCandidate: {
            readonly person: components["schemas"]["Practitioner"];
            readonly reasons: readonly components["schemas"]["MatchReason"][];
        };
        /** @enum {string} */
        readonly MatchConfidence: "certain" | "ambiguous" | "none";
        /** @enum {string} */
        readonly MatchReason: "mssante" | "rpps" | "name" | "nearName" | "place" | "profession";
        /**
         * @example {
         *       "rows": [
         *         {
         *           "mssante": "claire.moreau@medecin.mssante.example"
         *         },
         *         {
         *           "familyName": "MOREAU",
         *           "givenName": "Claire",
         *           "town": "Nantes"
         *         }
         *       ]
         *     }
         */
        readonly MatchRequest: {
            readonly rows: readonly components["schemas"]["MatchRow"][];
        };
        readonly MatchRow: {
            /** @example claire.moreau@medecin.mssante.example */
            readonly mssante?: string;
            /**
             * @description 11 digits
             * @example 99700219001
             */
            readonly rpps?: string;
            /** @example MOREAU */
            readonly familyName?: string;
            /** @example Claire */
            readonly givenName?: string;
            /**
             * @description In whatever words; tells homonyms apart
             * @example Infirmière
             */
            readonly profession?: string;
            /** @example 44000 */
            readonly postalCode?: string;
            /** @example Nantes */
            readonly town?: string;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "confidence": "certain",
         *           "more": false,
         *           "candidates": [
         *             {
         *               "person": {
         *                 "id": "01990000-0000-7000-8000-000000000001",
         *                 "nationalId": "899700219001",
         *                 "givenName": "Claire",
         *                 "familyName": "MOREAU",
         *                 "professionCode": "10",
         *                 "profession": "Médecin",
         *                 "situations": [
         *                   {
         *                     "postalCode": "44000",
         *                     "town": "Nantes",
         *                     "profession": "Médecin"
         *                   }
         *                 ],
         *                 "registerStatus": "active",
         *                 "registerDate": "2026-11-20",
         *                 "source": "register",
         *                 "reachable": true
         *               },
         *               "reasons": [
         *                 "name",
         *                 "place"
         *               ]
         *             }
         *           ]
         *         },
         *         {
         *           "confidence": "none",
         *           "candidates": [],
         *           "more": false
         *         }
         *       ],
         *       "registerDate": "2026-11-20"
         *     }
         */
        readonly Matches: {
            readonly items: readonly components["schemas"]["Match"][];
            readonly registerDate?: components["schemas"]["LocalDate"];
        };
        readonly Me: {
            readonly accountId: string;
            readonly nationalId?: string;
            readonly roles: readonly string[];
            readonly practitioner?: components["schemas"]["Practitioner"];
        };
        readonly MemberPage: {
            readonly items: readonly components["schemas"]["Practitioner"][];
            readonly next?: string;
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
        readonly Person: {
            readonly id: components["schemas"]["UUID"];
            readonly nationalId: string;
            readonly givenName: string;
            readonly familyName: string;
            readonly profession: string;
            readonly source: components["schemas"]["PractitionerSource"];
            readonly state: components["schemas"]["LifecycleState"];
            readonly since: components["schemas"]["Instant"];
            /** @description The last day on which the register listed a departed person */
            readonly lastListed?: components["schemas"]["LocalDate"];
            readonly suspension?: components["schemas"]["Suspension"];
            /** @description Absent before the first login */
            readonly account?: components["schemas"]["PersonAccount"];
            readonly devices: readonly components["schemas"]["HeldDevice"][];
            /**
             * Format: int32
             * @description Active devices a person may have at a time
             */
            readonly mostDevices: number;
            readonly standing?: components["schemas"]["Standing"];
        };
        readonly PersonAccount: {
            readonly boundAt: components["schemas"]["Instant"];
            /** @description Whether the identity server has carried out the last decision */
            readonly told: boolean;
            readonly waiting?: components["schemas"]["PersonAccountWaiting"];
        };
        readonly PersonAccountWaiting: {
            readonly action: string;
            readonly since: components["schemas"]["Instant"];
            /** Format: int32 */
            readonly attempts: number;
            readonly lastFailure?: string;
        };
        readonly PersonEntry: {
            readonly id: components["schemas"]["UUID"];
            readonly nationalId: string;
            readonly givenName: string;
            readonly familyName: string;
            readonly profession: string;
            readonly state: components["schemas"]["LifecycleState"];
            readonly since: components["schemas"]["Instant"];
            /** @description Whether nothing waits for the identity server */
            readonly told: boolean;
            readonly standing?: components["schemas"]["Standing"];
        };
        readonly PersonPage: {
            readonly items: readonly components["schemas"]["PersonEntry"][];
            readonly next?: components["schemas"]["UUID"];
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
            /** @description MSSanté mailboxes of an active person; only where one card is read */
            readonly mailboxes?: readonly components["schemas"]["Mailbox"][];
            /** @description Savoir-faire of an active person; only where one card is read */
            readonly skills?: readonly components["schemas"]["Skill"][];
            /** @description Diplomas and authorisations of an active person; only where one card is read */
            readonly qualifications?: readonly components["schemas"]["Qualification"][];
            /** @description Of an active person; only where one card is read */
            readonly replacement?: components["schemas"]["Replacement"];
            /** @description In what capacity the profession is held; student where the person holds none in full. Absent where nobody stated it */
            readonly category?: components["schemas"]["ProfessionalCategory"];
        };
        readonly PractitionerPage: {
            readonly items: readonly components["schemas"]["Practitioner"][];
            readonly next?: string;
            readonly registerDate?: components["schemas"]["LocalDate"];
            readonly professions?: readonly components["schemas"]["FoundProfession"][];
            readonly distances?: readonly components["schemas"]["Distance"][];
        };
        /** @enum {string} */
        readonly PractitionerSource: "register" | "structure";
        /** @enum {string} */
        readonly ProfessionalCategory: "civil" | "military" | "student";
        readonly ProposalRequest: {
            readonly locumId: components["schemas"]["UUID"];
            /**
             * @description Today or later, at most a year ahead
             * @example 2026-12-21
             */
            readonly startsOn: components["schemas"]["LocalDate"];
            /**
             * @description The last day, included, at most six months after the first
             * @example 2027-01-03
             */
            readonly endsOn: components["schemas"]["LocalDate"];
            /** @description Who is replaced; only together with structureId */
            readonly replacedId?: components["schemas"]["UUID"];
            /**
             * @description A FINESS structure the caller administers and that person practises at
             * @example F440900017
             */
            readonly structureId?: string;
        };
        readonly Qualification: {
            readonly kind: components["schemas"]["QualificationKind"];
            readonly label: string;
            /** @description The family of a diploma */
            readonly type?: string;
            /** @description What an authorisation is for */
            readonly discipline?: string;
            /** @description Of the national list that the family names, such as DE28, or AM01 */
            readonly code?: string;
            /** @description Of the family of a diploma, such as DE */
            readonly typeCode?: string;
        };
        /** @enum {string} */
        readonly QualificationKind: "diploma" | "authorisation";
        readonly RegisterDefect: {
            /** Format: int64 */
            readonly line: number;
            readonly reason: string;
            /** @description The file, where it holds skills or qualifications */
            readonly file?: components["schemas"]["ImportKind"];
        };
        readonly RegisterDefectPage: {
            readonly items: readonly components["schemas"]["RegisterDefect"][];
            readonly next?: string;
        };
        readonly RegisterFileCounts: {
            readonly kind: components["schemas"]["ImportKind"];
            /** Format: int64 */
            readonly rows: number;
            /** Format: int64 */
            readonly people: number;
            readonly defects: {
                readonly [key: string]: number;
            };
            /**
             * Format: int64
             * @description Rows of people whom the register does not list
             */
            readonly unlistedRows?: number;
            /** Format: int64 */
            readonly added?: number;
            /** Format: int64 */
            readonly changed?: number;
            /** Format: int64 */
            readonly removed?: number;
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
        readonly RegisterMailboxCounts: {
            /** Format: int64 */
            readonly listed: number;
            /** Format: int64 */
            readonly added: number;
            /** Format: int64 */
            readonly changed: number;
            /** Format: int64 */
            readonly removed: number;
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
        /** @description Accepted locum duties of now and of the next 30 days */
        readonly Replacement: {
            /** @description Who stands in for this person */
            readonly replacedBy?: readonly components["schemas"]["ReplacementDuty"][];
            /** @description For whom this person stands in */
            readonly replaces?: readonly components["schemas"]["ReplacementDuty"][];
        };
        readonly ReplacementDuty: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly givenName: string;
            readonly familyName: string;
            readonly civility?: string;
            readonly profession: string;
            readonly startsOn: components["schemas"]["LocalDate"];
            readonly endsOn: components["schemas"]["LocalDate"];
            readonly standing?: components["schemas"]["Standing"];
        };
        /** @enum {string} */
        readonly RevocationReason: "lost" | "stolen" | "compromise" | "request";
        readonly ServiceMailbox: {
            readonly address: string;
            readonly kind: components["schemas"]["ServiceMailboxKind"];
            readonly paperless?: boolean;
        };
        /** @enum {string} */
        readonly ServiceMailboxKind: "organisation" | "application" | "practice";
        readonly ServicePage: {
            readonly items: readonly components["schemas"]["StructureService"][];
            readonly next?: string;
        };
        readonly SignedCard: {
            /** @description JWS in compact form (RFC 7515), typ liaison-card+jws, alg ES256. Its payload is a CardStatement; the x5c header holds the signing certificate, whose only alternative name is urn:liaison:card-signer, and its issuer, which the trust anchor issued. Both have to be valid at issuedAt. */
            readonly jws: string;
            /** @description As in the payload: another one means that the card changed */
            readonly digest: components["schemas"]["Bytes"];
            readonly homonyms: components["schemas"]["Homonyms"];
        };
        readonly Situation: {
            readonly structureId?: string;
            readonly structureName?: string;
            readonly postalCode?: string;
            readonly town?: string;
            readonly sector?: string;
            readonly profession: string;
            /** @description In what capacity that profession is held. Absent where nobody stated it */
            readonly category?: components["schemas"]["ProfessionalCategory"];
        };
        readonly Skill: {
            /** @description Of the national list, such as SM54 */
            readonly code: string;
            readonly label: string;
            /** @description The family of it, such as an ordinary speciality */
            readonly type?: string;
            /** @description The profession it belongs to */
            readonly profession?: string;
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
        /**
         * @description What sets the person apart from the professionals of the register: a student, somebody invited by a structure, or somebody else a structure vouches for. Absent for professionals
         * @enum {string}
         */
        readonly Standing: "student" | "invited" | "vouched";
        readonly Structure: {
            /** @description The structureId of situations */
            readonly id: string;
            readonly name?: string;
            /** @description Where the id says it */
            readonly finess?: string;
            /** @description Where the id says it */
            readonly siret?: string;
            readonly postalCode?: string;
            readonly town?: string;
            readonly sector?: string;
            /** Format: int32 */
            readonly people: number;
            readonly professions?: readonly components["schemas"]["FoundProfession"][];
        };
        readonly StructureAdministrator: {
            readonly practitionerId: components["schemas"]["UUID"];
            readonly givenName: string;
            readonly familyName: string;
            /** @description False for somebody who departed or is suspended */
            readonly active: boolean;
            readonly namedAt: components["schemas"]["Instant"];
        };
        readonly StructureAdministratorList: {
            readonly items: readonly components["schemas"]["StructureAdministrator"][];
            /** @description Absent where nobody of the register practises: nobody can be named */
            readonly structure?: components["schemas"]["AdministeredStructure"];
        };
        readonly StructurePage: {
            readonly items: readonly components["schemas"]["Structure"][];
            readonly next?: string;
            readonly registerDate?: components["schemas"]["LocalDate"];
        };
        readonly StructureService: {
            readonly name?: string;
            readonly mailboxes: readonly components["schemas"]["ServiceMailbox"][];
        };
        readonly SuccessionCounts: {
            /**
             * Format: int64
             * @description People who kept their entry under the new number
             */
            readonly carried: number;
            /** Format: int64 */
            readonly ambiguous: number;
            /** @description The first of the ambiguous cases; none of them was merged */
            readonly first: readonly components["schemas"]["AmbiguousSuccession"][];
        };
        readonly Suspension: {
            readonly reason: components["schemas"]["SuspensionReason"];
            readonly note?: string;
            readonly suspendedAt: components["schemas"]["Instant"];
            readonly suspendedBy: string;
        };
        /** @enum {string} */
        readonly SuspensionReason: "compromise" | "misuse" | "authority" | "inquiry" | "request";
        readonly SuspensionRequest: {
            readonly reason: components["schemas"]["SuspensionReason"];
            readonly note?: string;
        };
        readonly TopUpRefusal: {
            readonly at: components["schemas"]["Instant"];
            readonly reason: string;
        };
        readonly TopUpRun: {
            readonly id: components["schemas"]["UUID"];
            readonly state: components["schemas"]["TopUpRunState"];
            /** @description Why it does not go on just now, or did not at last */
            readonly reason?: string;
            /** @description Changes from then on are read */
            readonly since: components["schemas"]["Instant"];
            readonly startedAt: components["schemas"]["Instant"];
            /** @description When the latest page was applied, or the run began, paused or ended */
            readonly touchedAt: components["schemas"]["Instant"];
            readonly finishedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly pages: number;
            /**
             * Format: int64
             * @description People of whom the source said something
             */
            readonly people: number;
            /** Format: int64 */
            readonly arrivals: number;
            /** Format: int64 */
            readonly changes: number;
            /** Format: int64 */
            readonly departures: number;
            /** Format: int64 */
            readonly returns: number;
            /**
             * Format: int64
             * @description Arrivals known before by an ADELI number
             */
            readonly successions: number;
            /**
             * Format: int64
             * @description Arrivals left to the next file, which tells whether they succeed somebody
             */
            readonly heldBack: number;
            /**
             * Format: int64
             * @description Entries without a usable number, name or profession
             */
            readonly unusable: number;
            /**
             * Format: int64
             * @description Of a stopped run: people whom the page that was not applied would remove; later pages may hold more
             */
            readonly waitingDepartures?: number;
        };
        /** @enum {string} */
        readonly TopUpRunState: "running" | "paused" | "stopped" | "completed" | "superseded";
        readonly TopUpStatus: {
            /** @description Whether this platform asks the national interface at all */
            readonly configured: boolean;
            /** @description What the source said before is in the directory */
            readonly point?: components["schemas"]["Instant"];
            /** @description The day of the file that the top-up started from */
            readonly registerDate?: components["schemas"]["LocalDate"];
            /** @description Until then the source wants to be left alone */
            readonly notBefore?: components["schemas"]["Instant"];
            /** @description The latest time nothing, or not everything, could be read */
            readonly lastRefusal?: components["schemas"]["TopUpRefusal"];
            /** @description The latest runs, newest first */
            readonly runs: readonly components["schemas"]["TopUpRun"][];
        };
        readonly ToppedUp: {
            /** Format: int64 */
            readonly arrivals: number;
            /** Format: int64 */
            readonly departures: number;
            /** Format: int64 */
            readonly returns: number;
        };
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
    readonly suggestCommunes: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description What was typed of a name, or two digits or more of a postal code
                 * @example st omer
                 */
                readonly name: string;
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
                     *           "code": "62765",
                     *           "name": "Saint-Omer",
                     *           "postalCodes": [
                     *             "62500"
                     *           ],
                     *           "department": "62"
                     *         },
                     *         {
                     *           "code": "01091",
                     *           "name": "Châtillon-en-Michaille",
                     *           "postalCodes": [
                     *             "01200"
                     *           ],
                     *           "department": "01",
                     *           "partOf": "Valserhône"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CommuneSuggestions"];
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
    readonly listDelegations: {
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "replaced": {
                     *             "practitionerId": "01990000-0000-7000-8000-000000000001",
                     *             "givenName": "Alix",
                     *             "familyName": "EXEMPLE",
                     *             "civility": "Docteur",
                     *             "profession": "Médecin"
                     *           },
                     *           "locum": {
                     *             "practitionerId": "01990000-0000-7000-8000-000000000002",
                     *             "givenName": "Odile",
                     *             "familyName": "EXEMPLE",
                     *             "profession": "Médecin"
                     *           },
                     *           "startsOn": "2026-12-21",
                     *           "endsOn": "2027-01-03",
                     *           "state": "proposed",
                     *           "proposedAt": "2026-11-21T08:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DelegationList"];
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
    readonly proposeDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "locumId": "01990000-0000-7000-8000-000000000002",
                 *       "startsOn": "2026-12-21",
                 *       "endsOn": "2027-01-03",
                 *       "replacedId": "01990000-0000-7000-8000-000000000001",
                 *       "structureId": "F440900017"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ProposalRequest"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "replaced": {
                     *         "practitionerId": "01990000-0000-7000-8000-000000000001",
                     *         "givenName": "Alix",
                     *         "familyName": "EXEMPLE",
                     *         "civility": "Docteur",
                     *         "profession": "Médecin"
                     *       },
                     *       "locum": {
                     *         "practitionerId": "01990000-0000-7000-8000-000000000002",
                     *         "givenName": "Odile",
                     *         "familyName": "EXEMPLE",
                     *         "profession": "Médecin"
                     *       },
                     *       "startsOn": "2026-12-21",
                     *       "endsOn": "2027-01-03",
                     *       "state": "ended",
                     *       "endReason": "declined",
                     *       "proposedAt": "2026-11-21T08:30:00Z",
                     *       "structureId": "F440900017"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delegation"];
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
    readonly findLocumCandidates: {
        readonly parameters: {
            readonly query?: {
                /** @description Kilometres around the person's first place, 50 unless said */
                readonly radius?: number;
                /** @description Who is to be replaced; only together with structureId */
                readonly replacedId?: components["schemas"]["UUID"];
                /**
                 * @description A FINESS structure the caller administers
                 * @example F440900017
                 */
                readonly structureId?: string;
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
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "nationalId": "899700218805",
                     *           "givenName": "Alix",
                     *           "familyName": "EXEMPLE",
                     *           "professionCode": "10",
                     *           "profession": "Médecin",
                     *           "situations": [],
                     *           "registerStatus": "active",
                     *           "registerDate": "2026-11-20",
                     *           "source": "register",
                     *           "reachable": true
                     *         }
                     *       ],
                     *       "distances": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "km": 12,
                     *           "approximate": false
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LocumCandidates"];
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
    readonly endDelegation: {
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
    readonly acceptDelegation: {
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "replaced": {
                     *         "practitionerId": "01990000-0000-7000-8000-000000000001",
                     *         "givenName": "Alix",
                     *         "familyName": "EXEMPLE",
                     *         "civility": "Docteur",
                     *         "profession": "Médecin"
                     *       },
                     *       "locum": {
                     *         "practitionerId": "01990000-0000-7000-8000-000000000002",
                     *         "givenName": "Odile",
                     *         "familyName": "EXEMPLE",
                     *         "profession": "Médecin"
                     *       },
                     *       "startsOn": "2026-12-21",
                     *       "endsOn": "2027-01-03",
                     *       "state": "ended",
                     *       "endReason": "declined",
                     *       "proposedAt": "2026-11-21T08:30:00Z",
                     *       "structureId": "F440900017"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delegation"];
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
                    /**
                     * @example {
                     *       "challenge": "Y2hhbGxlbmdl",
                     *       "expiresAt": "2026-11-21T08:30:00Z"
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "name": "Téléphone",
                     *           "signatureKey": "AQID-_8",
                     *           "status": "active",
                     *           "enrolledAt": "2026-11-21T08:30:00Z",
                     *           "expiresAt": "2026-11-21T08:30:01Z",
                     *           "certificateChain": [
                     *             "AQID-_8",
                     *             "AQID-_8"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
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
                /**
                 * @example {
                 *       "name": "Téléphone",
                 *       "signatureKey": "a2V5",
                 *       "challenge": "Yw",
                 *       "proof": "cA"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "name": "Téléphone",
                     *       "signatureKey": "AQID-_8",
                     *       "status": "active",
                     *       "enrolledAt": "2026-11-21T08:30:00Z",
                     *       "expiresAt": "2026-11-21T08:30:01Z",
                     *       "certificateChain": [
                     *         "AQID-_8",
                     *         "AQID-_8"
                     *       ]
                     *     }
                     */
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
                /**
                 * @example {
                 *       "challenge": "Y2hhbGxlbmdl",
                 *       "proof": "cHJvb2Y"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "name": "Téléphone",
                     *       "signatureKey": "AQID-_8",
                     *       "status": "active",
                     *       "enrolledAt": "2026-11-21T08:30:00Z",
                     *       "expiresAt": "2026-11-21T08:30:01Z",
                     *       "certificateChain": [
                     *         "AQID-_8",
                     *         "AQID-_8"
                     *       ]
                     *     }
                     */
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
    readonly renameDevice: {
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
                /**
                 * @example {
                 *       "name": "Tablette"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DeviceNameRequest"];
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
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "name": "Téléphone",
                     *       "signatureKey": "AQID-_8",
                     *       "status": "active",
                     *       "enrolledAt": "2026-11-21T08:30:00Z",
                     *       "expiresAt": "2026-11-21T08:30:01Z",
                     *       "certificateChain": [
                     *         "AQID-_8",
                     *         "AQID-_8"
                     *       ]
                     *     }
                     */
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
    readonly acceptInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "token": "token"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AcceptanceRequest"];
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
                     *       "username": "invited-1",
                     *       "oneTimePassword": "once",
                     *       "usableUntil": "2026-11-21T08:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Acceptance"];
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
    readonly readInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "token": "token"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AcceptanceRequest"];
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
                     *       "status": "open",
                     *       "givenName": "Odile",
                     *       "familyName": "EXEMPLE",
                     *       "function": "Secrétaire",
                     *       "invitedBy": "Claire EXEMPLE",
                     *       "structureName": "Résidence Exemple",
                     *       "town": "Nantes",
                     *       "usableUntil": "2026-11-21T08:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationPreview"];
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
                    /**
                     * @example {
                     *       "accountId": "account",
                     *       "nationalId": "899700218805",
                     *       "roles": [
                     *         "practitioner"
                     *       ],
                     *       "practitioner": {
                     *         "id": "01990000-0000-7000-8000-000000000001",
                     *         "nationalId": "899700218805",
                     *         "givenName": "Alix",
                     *         "familyName": "EXEMPLE",
                     *         "civility": "Docteur",
                     *         "professionCode": "10",
                     *         "profession": "Médecin",
                     *         "savoirFaireCode": "SM54",
                     *         "savoirFaire": "Médecine générale",
                     *         "situations": [
                     *           {
                     *             "structureId": "R10000001234567",
                     *             "structureName": "CABINET LES TILLEULS",
                     *             "postalCode": "75009",
                     *             "town": "Paris",
                     *             "sector": "Cabinet individuel",
                     *             "profession": "Médecin"
                     *           },
                     *           {
                     *             "town": "Genève",
                     *             "profession": "Médecin"
                     *           }
                     *         ],
                     *         "registerStatus": "active",
                     *         "registerDate": "2026-11-20",
                     *         "source": "register",
                     *         "reachable": true
                     *       }
                     *     }
                     */
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
    readonly listAdministeredStructures: {
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "F440900025",
                     *           "name": "Résidence",
                     *           "postalCode": "44000",
                     *           "town": "Nantes"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AdministeredStructureList"];
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
    readonly listPeople: {
        readonly parameters: {
            readonly query?: {
                /** @description The next of the page before */
                readonly after?: string;
                readonly limit?: number;
                /** @description The beginning of a family name, or a whole national id */
                readonly q?: string;
                readonly state?: components["schemas"]["LifecycleState"];
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
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "nationalId": "899700218805",
                     *           "givenName": "Alix",
                     *           "familyName": "EXEMPLE",
                     *           "profession": "Médecin",
                     *           "state": "known",
                     *           "since": "2026-11-21T08:30:00Z",
                     *           "told": true
                     *         }
                     *       ],
                     *       "next": "01990000-0000-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonPage"];
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
    readonly readPerson: {
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "nationalId": "899700218805",
                     *       "givenName": "Alix",
                     *       "familyName": "EXEMPLE",
                     *       "profession": "Médecin",
                     *       "source": "register",
                     *       "state": "suspended",
                     *       "since": "2026-11-21T08:30:00Z",
                     *       "suspension": {
                     *         "reason": "inquiry",
                     *         "note": "Dossier 12",
                     *         "suspendedAt": "2026-11-21T08:30:00Z",
                     *         "suspendedBy": "account"
                     *       },
                     *       "account": {
                     *         "boundAt": "2026-11-21T08:30:00Z",
                     *         "told": false,
                     *         "waiting": {
                     *           "action": "disable",
                     *           "since": "2026-11-21T08:30:00Z",
                     *           "attempts": 2,
                     *           "lastFailure": "http-503"
                     *         }
                     *       },
                     *       "devices": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "name": "Téléphone",
                     *           "status": "revoked",
                     *           "enrolledAt": "2026-11-21T08:30:00Z",
                     *           "expiresAt": "2026-11-21T08:30:01Z",
                     *           "revokedAt": "2026-11-21T08:30:00Z",
                     *           "revocationReason": "suspended"
                     *         }
                     *       ],
                     *       "mostDevices": 10
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Person"];
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
    readonly revokeDeviceOfPerson: {
        readonly parameters: {
            readonly query: {
                /** @example lost */
                readonly reason: components["schemas"]["RevocationReason"];
            };
            readonly header?: never;
            readonly path: {
                readonly deviceId: components["schemas"]["UUID"];
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
    readonly suspendPerson: {
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
                /**
                 * @example {
                 *       "reason": "inquiry",
                 *       "note": "Dossier 12"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SuspensionRequest"];
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
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "nationalId": "899700218805",
                     *       "givenName": "Alix",
                     *       "familyName": "EXEMPLE",
                     *       "profession": "Médecin",
                     *       "source": "register",
                     *       "state": "suspended",
                     *       "since": "2026-11-21T08:30:00Z",
                     *       "suspension": {
                     *         "reason": "inquiry",
                     *         "note": "Dossier 12",
                     *         "suspendedAt": "2026-11-21T08:30:00Z",
                     *         "suspendedBy": "account"
                     *       },
                     *       "account": {
                     *         "boundAt": "2026-11-21T08:30:00Z",
                     *         "told": false,
                     *         "waiting": {
                     *           "action": "disable",
                     *           "since": "2026-11-21T08:30:00Z",
                     *           "attempts": 2,
                     *           "lastFailure": "http-503"
                     *         }
                     *       },
                     *       "devices": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "name": "Téléphone",
                     *           "status": "revoked",
                     *           "enrolledAt": "2026-11-21T08:30:00Z",
                     *           "expiresAt": "2026-11-21T08:30:01Z",
                     *           "revokedAt": "2026-11-21T08:30:00Z",
                     *           "revocationReason": "suspended"
                     *         }
                     *       ],
                     *       "mostDevices": 10
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Person"];
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
    readonly liftSuspension: {
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
    readonly searchPractitioners: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The INSEE code of a commune, which is not its postal code, or a former one; it holds its arrondissements and what was merged into it. With a radius, and without near, the commune is what that is around
                 * @example 2A004
                 */
                readonly commune?: string;
                /** @description Adds how many of all who match have which profession */
                readonly counts?: boolean;
                /** @description The next of the page before */
                readonly cursor?: string;
                /** @description The number of a department, such as 62, 2A or 971 */
                readonly department?: string;
                readonly limit?: number;
                /** @description Only people with an MSSanté mailbox */
                readonly mssante?: boolean;
                /** @description The postal or INSEE code of a commune; of a code that is both, the postal code. People count where the commune of their place of work is, or the largest of their postal code where the register states no commune. Distances are approximate where that, or the position of the commune, is not known exactly */
                readonly near?: string;
                /** @description A postal code, or at least two digits of its beginning */
                readonly postalCode?: string;
                /** @description Words or the code of a profession or speciality */
                readonly profession?: string;
                /** @description The exact code of a profession, such as 60 */
                readonly professionCode?: string;
                /** @description Words of name, profession, town, postal code or structure */
                readonly q?: string;
                /** @description Kilometres around near, or else around commune; 20 around near unless said */
                readonly radius?: number;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "nationalId": "899700218805",
                     *           "givenName": "Alix",
                     *           "familyName": "EXEMPLE",
                     *           "civility": "Docteur",
                     *           "professionCode": "10",
                     *           "profession": "Médecin",
                     *           "savoirFaireCode": "SM54",
                     *           "savoirFaire": "Médecine générale",
                     *           "situations": [
                     *             {
                     *               "structureId": "R10000001234567",
                     *               "structureName": "CABINET LES TILLEULS",
                     *               "postalCode": "75009",
                     *               "town": "Paris",
                     *               "sector": "Cabinet individuel",
                     *               "profession": "Médecin"
                     *             },
                     *             {
                     *               "town": "Genève",
                     *               "profession": "Médecin"
                     *             }
                     *           ],
                     *           "registerStatus": "active",
                     *           "registerDate": "2026-11-20",
                     *           "source": "register",
                     *           "reachable": true
                     *         }
                     *       ],
                     *       "next": "01990000-0000-7000-8000-000000000001",
                     *       "registerDate": "2026-11-20"
                     *     }
                     */
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
    readonly matchPractitioners: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "mssante": "alix.exemple@medecin.mssante.example",
                 *           "rpps": "99700218805",
                 *           "familyName": "EXEMPLE",
                 *           "givenName": "Alix",
                 *           "profession": "Médecin",
                 *           "postalCode": "75009",
                 *           "town": "Paris"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["MatchRequest"];
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
                     *       "items": [
                     *         {
                     *           "confidence": "certain",
                     *           "candidates": [
                     *             {
                     *               "person": {
                     *                 "id": "01990000-0000-7000-8000-000000000001",
                     *                 "nationalId": "3750000001/0042",
                     *                 "givenName": "Alix",
                     *                 "familyName": "EXEMPLE",
                     *                 "professionCode": "SECRETARIAT_MEDICAL",
                     *                 "profession": "Secrétaire médicale",
                     *                 "situations": [],
                     *                 "registerStatus": "departed",
                     *                 "registerDate": "2026-11-20",
                     *                 "source": "structure",
                     *                 "reachable": false
                     *               },
                     *               "reasons": [
                     *                 "mssante",
                     *                 "name",
                     *                 "place"
                     *               ]
                     *             }
                     *           ],
                     *           "more": false
                     *         },
                     *         {
                     *           "confidence": "ambiguous",
                     *           "candidates": [
                     *             {
                     *               "person": {
                     *                 "id": "01990000-0000-7000-8000-000000000001",
                     *                 "nationalId": "3750000001/0042",
                     *                 "givenName": "Alix",
                     *                 "familyName": "EXEMPLE",
                     *                 "professionCode": "SECRETARIAT_MEDICAL",
                     *                 "profession": "Secrétaire médicale",
                     *                 "situations": [],
                     *                 "registerStatus": "departed",
                     *                 "registerDate": "2026-11-20",
                     *                 "source": "structure",
                     *                 "reachable": false
                     *               },
                     *               "reasons": [
                     *                 "mssante",
                     *                 "name",
                     *                 "place"
                     *               ]
                     *             }
                     *           ],
                     *           "more": true
                     *         },
                     *         {
                     *           "confidence": "none",
                     *           "candidates": [],
                     *           "more": false
                     *         }
                     *       ],
                     *       "registerDate": "2026-11-20"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Matches"];
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "nationalId": "899700218805",
                     *       "givenName": "Alix",
                     *       "familyName": "EXEMPLE",
                     *       "civility": "Docteur",
                     *       "professionCode": "10",
                     *       "profession": "Médecin",
                     *       "savoirFaireCode": "SM54",
                     *       "savoirFaire": "Médecine générale",
                     *       "situations": [
                     *         {
                     *           "structureId": "R10000001234567",
                     *           "structureName": "CABINET LES TILLEULS",
                     *           "postalCode": "75009",
                     *           "town": "Paris",
                     *           "sector": "Cabinet individuel",
                     *           "profession": "Médecin"
                     *         },
                     *         {
                     *           "town": "Genève",
                     *           "profession": "Médecin"
                     *         }
                     *       ],
                     *       "registerStatus": "active",
                     *       "registerDate": "2026-11-20",
                     *       "source": "register",
                     *       "reachable": true
                     *     }
                     */
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
    readonly readSignedCard: {
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
                    /**
                     * @example {
                     *       "jws": "e30.e30.c2ln",
                     *       "digest": "AQID-_8",
                     *       "homonyms": {
                     *         "total": 3,
                     *         "sameDepartment": 2,
                     *         "sameTown": 1
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignedCard"];
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "signatureKey": "AQID-_8",
                     *           "certificateChain": [
                     *             "AQID-_8",
                     *             "AQID-_8"
                     *           ],
                     *           "enrolledAt": "2026-11-21T08:30:00Z",
                     *           "expiresAt": "2026-11-21T08:30:01Z"
                     *         }
                     *       ]
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "finishedAt": "2026-11-21T08:30:01Z",
                     *           "origin": "source",
                     *           "outcome": "accepted",
                     *           "registerDate": "2026-11-20",
                     *           "rows": 6,
                     *           "people": 5,
                     *           "arrivals": 1,
                     *           "changes": 2,
                     *           "departures": 1,
                     *           "returns": 0,
                     *           "defects": {},
                     *           "firstDefects": [],
                     *           "professions": [],
                     *           "toppedUp": {
                     *             "arrivals": 3,
                     *             "departures": 2,
                     *             "returns": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
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
                /** @description Imports although more people or mailboxes would go than the configured share; needs a login of the last 15 minutes */
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "startedAt": "2026-11-21T08:30:00Z",
                     *       "finishedAt": "2026-11-21T08:30:01Z",
                     *       "origin": "upload",
                     *       "outcome": "refused",
                     *       "reason": "truncated",
                     *       "reasonLine": 7,
                     *       "detail": "The last line is incomplete: the download was cut",
                     *       "registerDate": "2026-11-20",
                     *       "rows": 6,
                     *       "people": 5,
                     *       "arrivals": 0,
                     *       "changes": 0,
                     *       "departures": 0,
                     *       "returns": 0,
                     *       "defects": {
                     *         "bad-identifier": 1
                     *       },
                     *       "firstDefects": [
                     *         {
                     *           "line": 3,
                     *           "reason": "bad-identifier"
                     *         }
                     *       ]
                     *     }
                     */
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
    readonly fetchRegister: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "phase": "reading",
                     *       "progress": {
                     *         "id": "01990000-0000-7000-8000-000000000001",
                     *         "startedAt": "2026-11-21T08:30:00Z",
                     *         "origin": "upload",
                     *         "registerDate": "2026-11-20",
                     *         "phase": "reading",
                     *         "rows": 1000,
                     *         "bytes": 360000,
                     *         "totalBytes": 820000000,
                     *         "rowsPerSecond": 50000,
                     *         "readingSecondsLeft": 45
                     *       }
                     *     }
                     */
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
    readonly listRegisterDefects: {
        readonly parameters: {
            readonly query?: {
                /** @description The next of the page before */
                readonly cursor?: string;
            };
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "line": 3,
                     *           "reason": "bad-identifier"
                     *         }
                     *       ],
                     *       "next": "500"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RegisterDefectPage"];
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
    readonly readRegisterTopUp: {
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
                    /**
                     * @example {
                     *       "configured": true,
                     *       "point": "2026-11-21T08:30:00Z",
                     *       "registerDate": "2026-11-20",
                     *       "notBefore": "2026-11-21T08:40:00Z",
                     *       "lastRefusal": {
                     *         "at": "2026-11-21T08:30:00Z",
                     *         "reason": "throttled"
                     *       },
                     *       "runs": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "stopped",
                     *           "reason": "too-many-departures",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         },
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "completed",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "finishedAt": "2026-11-21T08:30:09Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TopUpStatus"];
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
    readonly acceptTopUpDepartures: {
        readonly parameters: {
            readonly query?: {
                /** @description So many more may depart; those that wait where absent */
                readonly most?: number;
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
                     *       "configured": true,
                     *       "point": "2026-11-21T08:30:00Z",
                     *       "registerDate": "2026-11-20",
                     *       "notBefore": "2026-11-21T08:40:00Z",
                     *       "lastRefusal": {
                     *         "at": "2026-11-21T08:30:00Z",
                     *         "reason": "throttled"
                     *       },
                     *       "runs": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "stopped",
                     *           "reason": "too-many-departures",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         },
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "completed",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "finishedAt": "2026-11-21T08:30:09Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TopUpStatus"];
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
    readonly discardTopUpRun: {
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
                    /**
                     * @example {
                     *       "configured": true,
                     *       "point": "2026-11-21T08:30:00Z",
                     *       "registerDate": "2026-11-20",
                     *       "notBefore": "2026-11-21T08:40:00Z",
                     *       "lastRefusal": {
                     *         "at": "2026-11-21T08:30:00Z",
                     *         "reason": "throttled"
                     *       },
                     *       "runs": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "stopped",
                     *           "reason": "too-many-departures",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         },
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "state": "completed",
                     *           "since": "2026-11-21T08:20:00Z",
                     *           "startedAt": "2026-11-21T08:30:00Z",
                     *           "touchedAt": "2026-11-21T08:30:05Z",
                     *           "finishedAt": "2026-11-21T08:30:09Z",
                     *           "pages": 4,
                     *           "people": 120,
                     *           "arrivals": 3,
                     *           "changes": 40,
                     *           "departures": 2,
                     *           "returns": 1,
                     *           "successions": 1,
                     *           "heldBack": 1,
                     *           "unusable": 5
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TopUpStatus"];
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
    readonly readRevocationList: {
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
                    readonly "application/pkix-crl": string;
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "clientId": "dpi-exemple",
                     *           "name": "Dossier patient",
                     *           "structureId": "F440900017",
                     *           "nationalId": "1440900017/dpi-exemple",
                     *           "status": "active",
                     *           "vouchedAt": "2026-11-21T08:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
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
                /**
                 * @example {
                 *       "clientId": "dpi-exemple",
                 *       "name": "Dossier patient",
                 *       "structureId": "F440900017"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "id": "01990000-0000-7000-8000-000000000001",
                     *       "clientId": "dpi-exemple",
                     *       "name": "Dossier patient",
                     *       "structureId": "F440900017",
                     *       "nationalId": "1440900017/dpi-exemple",
                     *       "status": "active",
                     *       "vouchedAt": "2026-11-21T08:30:00Z"
                     *     }
                     */
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
    readonly searchStructures: {
        readonly parameters: {
            readonly query?: {
                /** @description The next of the page before */
                readonly cursor?: string;
                readonly limit?: number;
                /** @description Words of name, town, postal code or sector; a FINESS, SIRET or technical number */
                readonly q?: string;
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
                     *           "id": "F440900017",
                     *           "name": "HOPITAL SAINT-AUBIN",
                     *           "finess": "440900017",
                     *           "postalCode": "44000",
                     *           "town": "Nantes",
                     *           "sector": "Etablissement public de santé",
                     *           "people": 12,
                     *           "professions": [
                     *             {
                     *               "code": "60",
                     *               "label": "Infirmier",
                     *               "count": 12
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "bmV4dA",
                     *       "registerDate": "2026-11-20"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StructurePage"];
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
    readonly readStructure: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description A structureId, or its key: the first 16 bytes of SHA-256 over "liaison-structure", a line feed and the structureId, as a UUID of version 8. Web addresses hold the key, since the structureId of a practice of one person holds an RPPS number */
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
                    /**
                     * @example {
                     *       "id": "F440900017",
                     *       "name": "HOPITAL SAINT-AUBIN",
                     *       "finess": "440900017",
                     *       "postalCode": "44000",
                     *       "town": "Nantes",
                     *       "sector": "Etablissement public de santé",
                     *       "people": 12,
                     *       "professions": [
                     *         {
                     *           "code": "60",
                     *           "label": "Infirmier",
                     *           "count": 12
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Structure"];
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
    readonly listStructureAdministrators: {
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "practitionerId": "01990000-0000-7000-8000-000000000001",
                     *           "givenName": "Claire",
                     *           "familyName": "EXEMPLE",
                     *           "active": true,
                     *           "namedAt": "2026-11-21T08:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StructureAdministratorList"];
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
    readonly nameStructureAdministrator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
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
    readonly dismissStructureAdministrator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
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
    readonly listInvitations: {
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "givenName": "Odile",
                     *           "familyName": "EXEMPLE",
                     *           "function": "Secrétaire",
                     *           "email": "odile@exemple.fr",
                     *           "status": "open",
                     *           "createdAt": "2026-11-21T08:30:00Z",
                     *           "createdBy": "01990000-0000-7000-8000-000000000001",
                     *           "expiresAt": "2026-11-21T08:30:01Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationList"];
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
    readonly invitePerson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "givenName": "Odile",
                 *       "familyName": "Exemple",
                 *       "function": "Secrétaire",
                 *       "email": "odile@exemple.fr"
                 *     }
                 */
                readonly "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invitation": {
                     *         "id": "01990000-0000-7000-8000-000000000001",
                     *         "givenName": "Odile",
                     *         "familyName": "EXEMPLE",
                     *         "function": "Secrétaire",
                     *         "email": "odile@exemple.fr",
                     *         "status": "open",
                     *         "createdAt": "2026-11-21T08:30:00Z",
                     *         "createdBy": "01990000-0000-7000-8000-000000000001",
                     *         "expiresAt": "2026-11-21T08:30:01Z"
                     *       },
                     *       "link": "https://liaison.example/invitation#token"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["IssuedInvitation"];
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
    readonly withdrawInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly invitationId: components["schemas"]["UUID"];
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
    readonly listStructureMembers: {
        readonly parameters: {
            readonly query?: {
                /** @description The next of the page before */
                readonly cursor?: string;
                readonly limit?: number;
            };
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01990000-0000-7000-8000-000000000001",
                     *           "nationalId": "3750000001/0042",
                     *           "givenName": "Alix",
                     *           "familyName": "EXEMPLE",
                     *           "professionCode": "SECRETARIAT_MEDICAL",
                     *           "profession": "Secrétaire médicale",
                     *           "situations": [],
                     *           "registerStatus": "departed",
                     *           "registerDate": "2026-11-20",
                     *           "source": "structure",
                     *           "reachable": false
                     *         }
                     *       ],
                     *       "next": "bmV4dA"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MemberPage"];
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
    readonly listInvitedPeople: {
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "practitionerId": "01990000-0000-7000-8000-000000000001",
                     *           "nationalId": "1440900025/inv.exemple",
                     *           "givenName": "Odile",
                     *           "familyName": "EXEMPLE",
                     *           "function": "Secrétaire",
                     *           "state": "active",
                     *           "invitedAt": "2026-11-21T08:30:00Z",
                     *           "devices": [
                     *             {
                     *               "id": "01990000-0000-7000-8000-000000000001",
                     *               "name": "Téléphone",
                     *               "status": "revoked",
                     *               "enrolledAt": "2026-11-21T08:30:00Z",
                     *               "expiresAt": "2026-11-21T08:30:01Z",
                     *               "revokedAt": "2026-11-21T08:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitedPersonList"];
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
    readonly removeInvitedPerson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
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
    readonly revokeInvitedPersonsDevice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly deviceId: components["schemas"]["UUID"];
                readonly id: string;
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
    readonly listStructureServices: {
        readonly parameters: {
            readonly query?: {
                /** @description The next of the page before */
                readonly cursor?: string;
                readonly limit?: number;
            };
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
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "URGENCES",
                     *           "mailboxes": [
                     *             {
                     *               "address": "urgences@e440900017.mssante.example",
                     *               "kind": "organisation",
                     *               "paperless": true
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "mailboxes": [
                     *             {
                     *               "address": "biologie@e440900017.mssante.example",
                     *               "kind": "application"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "bmV4dA"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ServicePage"];
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
                    /**
                     * @example {
                     *       "rootCertificate": "AQID-_8"
                     *     }
                     */
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
