package fr.liaison.conversation.admin;

/** What may be done to somebody's right to administer. */
public enum Change {
  GRANT("admin.grant"),
  REVOKE("admin.revoke");

  private final String action;

  Change(String action) {
    this.action = action;
  }

  /** Its name in the audit log. */
  public String action() {
    return action;
  }
}
