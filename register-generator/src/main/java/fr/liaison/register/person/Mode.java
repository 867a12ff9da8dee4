package fr.liaison.register.person;

/** Mode d'exercice. */
public enum Mode {
  SELF_EMPLOYED("L", "Libéral"),
  EMPLOYED("S", "Salarié"),
  VOLUNTEER("B", "Bénévole"),
  NONE("", "");

  private final String code;
  private final String label;

  Mode(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }
}
