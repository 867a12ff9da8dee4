package fr.liaison.register.person;

/** Code catégorie professionnelle. */
public enum Category {
  CIVILIAN("C", "Civil"),
  MILITARY("M", "Militaire"),
  STUDENT("E", "Etudiant");

  private final String code;
  private final String label;

  Category(String code, String label) {
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
