package fr.liaison.contracts.problem;

import java.util.Locale;

/**
 * Every problem a Liaison service can answer with. The code is stable: clients switch on it. Titles
 * say what was wrong and what to do next, in English for developers; clients word them for people.
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request could not be read; compare it with the OpenAPI document"),
  INVALID_PARAMETER(400, "A field or parameter is outside its limits"),
  DEVICE_REQUIRED(400, "Name the acting device in the Liaison-Device header"),
  MALFORMED_MLS(400, "The MLS bytes are not what RFC 9420 and this endpoint allow"),
  MALFORMED_UPLOAD(400, "The upload headers are not what tus 1.0 asks for"),
  UNAUTHENTICATED(401, "Log in and send a valid access token"),
  STEP_UP_REQUIRED(401, "Log in again: this act needs a fresh strong login"),
  FORBIDDEN(403, "The caller's role does not allow this"),
  DEVICE_UNKNOWN(403, "The device is not known here, or not the caller's; enrol it first"),
  DEVICE_REVOKED(403, "The device was revoked; enrol a new one"),
  DEVICE_EXPIRED(403, "The device's certificate ended; renew it and try again"),
  NOT_REGISTERED(403, "The register does not list the caller"),
  REGISTRATION_ENDED(403, "The caller's registration ended"),
  NOT_FOUND(404, "There is no such thing, or the caller may not know of it"),
  METHOD_NOT_ALLOWED(405, "This path does not answer that method"),
  NOT_ACCEPTABLE(406, "This path has no representation of the type asked for"),
  STALE_EPOCH(409, "The conversation has moved to another epoch; catch up and try again"),
  COMMIT_REQUIRED(409, "A removal waits; catch up, commit it, then encrypt again"),
  CONVERSATION_CLOSED(
      409, "The conversation takes nothing new; go on in its successor, if it has one"),
  CONFLICT(409, "The state changed meanwhile; read it again"),
  DEVICE_LIMIT(409, "Too many devices; revoke one first"),
  CHALLENGE_SPENT(409, "The challenge is unknown, expired or used; ask for a new one"),
  ACCOUNT_BOUND(409, "The identity is already bound to another account"),
  UPLOAD_OFFSET_MISMATCH(409, "The upload stands at another offset; ask for it with HEAD"),
  GONE(410, "It existed and was removed"),
  RESYNC_REQUIRED(
      410, "What the device asks for is no longer kept for it; rejoin the conversation"),
  UPLOAD_VERSION(412, "Send Tus-Resumable: 1.0.0"),
  TOO_LARGE(413, "The body is larger than allowed"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type this path reads"),
  RANGE_NOT_SATISFIABLE(416, "The range lies outside the content"),
  IDEMPOTENCY_CONFLICT(422, "This Idempotency-Key was used with another request"),
  PROOF_INVALID(422, "The signature does not prove possession of the key"),
  IMPORT_REFUSED(422, "The register file was refused whole; the report says why"),
  NOT_ALLOWED_IN_CONVERSATION(422, "The conversation's rules do not allow this change"),
  TOO_MANY_REQUESTS(429, "Too many requests; wait as Retry-After says"),
  INTERNAL_ERROR(500, "The service failed; quote the incident to its operator"),
  UNAVAILABLE(503, "A part the service depends on is away; try again later");

  private static final String BASE = "https://liaison.example/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable code, for example {@code stale-epoch}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The RFC 9457 {@code type} URI. */
  public String uri() {
    return BASE + code();
  }
}
