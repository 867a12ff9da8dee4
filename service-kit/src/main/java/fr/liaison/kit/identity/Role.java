package fr.liaison.kit.identity;

/** Realm roles, as the names that {@code @RolesAllowed} takes. */
public final class Role {
  public static final String PRACTITIONER = "practitioner";
  public static final String STRUCTURE_ADMIN = "structure-admin";
  public static final String COMPLIANCE_OFFICER = "compliance-officer";
  public static final String PLATFORM_ADMIN = "platform-admin";
  public static final String SOFTWARE = "software";

  private Role() {}
}
