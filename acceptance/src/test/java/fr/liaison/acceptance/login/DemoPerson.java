package fr.liaison.acceptance.login;

/** The fictional people of the local platform, as documented for newcomers. */
public enum DemoPerson {
  MOREAU("899700219001", "Claire", "MOREAU", true),
  BENALI("899700219019", "Karim", "BENALI", true),
  LEFEVRE("899700219027", "Zoé", "LEFÈVRE", true),
  PETIT("899700219035", "Julie", "PETIT", true),
  ROUSSEAU("899700219043", "Thomas", "ROUSSEAU", true),
  HADDAD("899700219050", "Nadia", "HADDAD", true),
  CARON("899700219068", "Inès", "CARON", true),
  LEROY("899700219076", "Mathieu", "LEROY", true),
  /** Struck off: may log in, is called departed by the directory. */
  VASSEUR("899700219084", "Paul", "VASSEUR", true),
  /** The simulator returns no assurance level for him. */
  TREGUER("899700219092", "Yann", "TREGUER", true),
  SECRETARY("secretariat.tilleuls", "", "", false),
  OFFICER("conformite", "", "", false),
  OPERATOR("exploitation", "", "", false);

  private final String userName;
  private final String givenName;
  private final String familyName;
  private final boolean throughProSanteConnect;

  DemoPerson(String userName, String givenName, String familyName, boolean throughProSanteConnect) {
    this.userName = userName;
    this.givenName = givenName;
    this.familyName = familyName;
    this.throughProSanteConnect = throughProSanteConnect;
  }

  public String userName() {
    return userName;
  }

  public String givenName() {
    return givenName;
  }

  public String familyName() {
    return familyName;
  }

  public boolean throughProSanteConnect() {
    return throughProSanteConnect;
  }

  public String password() {
    return throughProSanteConnect ? "demo" : "liaison-demo";
  }
}
