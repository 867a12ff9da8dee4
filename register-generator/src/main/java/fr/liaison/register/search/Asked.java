package fr.liaison.register.search;

/** What a realistic search asks for, and how many of a thousand do. */
enum Asked {
  NAME(220),
  NAME_PROFESSION(180),
  NAME_TOWN(180),
  NAME_DEPARTMENT(90),
  INITIAL_NAME(80),
  PROFESSION_TOWN(130),
  /** Any of those with a name, misspelt. */
  MISSPELT(120);

  private final int many;

  Asked(int many) {
    this.many = many;
  }

  int many() {
    return many;
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
