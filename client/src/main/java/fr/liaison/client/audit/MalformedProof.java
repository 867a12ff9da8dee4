package fr.liaison.client.audit;

/** Text that is not what its format says. */
final class MalformedProof extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedProof(String what) {
    super(what);
  }
}
