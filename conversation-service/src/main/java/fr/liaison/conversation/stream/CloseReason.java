package fr.liaison.conversation.stream;

/** Why the server closes a stream, as the close code the client sees. */
enum CloseReason {
  /** Normal: the service stops. Come back. */
  GOING_AWAY(1001),
  /** The client reads too slowly, has too many streams, or is not known here yet: resume later. */
  TRY_AGAIN_LATER(1013),
  MALFORMED(4400),
  UNAUTHENTICATED(4401),
  DEVICE_REVOKED(4403),
  /** The device's certificate ended: renew it, then come back. */
  DEVICE_EXPIRED(4410);

  private final int code;

  CloseReason(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
