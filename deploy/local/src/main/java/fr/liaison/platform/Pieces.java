package fr.liaison.platform;

import fr.liaison.platform.kafka.KafkaBroker;
import fr.liaison.platform.keycloak.KeycloakDistribution;
import fr.liaison.platform.keycloak.KeycloakServer;
import fr.liaison.platform.keycloak.KeycloakSettings;
import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.objectstore.ObjectStore;
import fr.liaison.platform.objectstore.S3Access;
import fr.liaison.platform.postgres.DatabaseAccess;
import fr.liaison.platform.postgres.PostgresServer;
import fr.liaison.platform.process.Piece;
import fr.liaison.platform.secret.Secrets;
import fr.liaison.platform.service.Gateway;
import fr.liaison.platform.service.QuarkusService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wires the parts together: ports, passwords and addresses of the one into the other. */
final class Pieces {
  private static final String HEAP = "192m";

  /** Enough to import the national register, which is compared in memory. */
  private static final String REGISTER_HEAP = "256m";

  private static final List<Part> WITH_DATABASE =
      List.of(
          Part.DIRECTORY,
          Part.CONVERSATION,
          Part.ATTACHMENT,
          Part.NOTIFICATION,
          Part.AUDIT,
          Part.KEYCLOAK);

  private final Programs programs;
  private final Checkout checkout;
  private final RunDirectory directory;
  private final PortPlan ports;
  private final Secrets secrets;
  private final JvmFlags flags;
  private final Map<String, String> settings;
  private final Cache cache = Cache.find();

  /** The settings are environment variables that every service gets on top of its own. */
  Pieces(
      Programs programs,
      RunDirectory directory,
      PortPlan ports,
      Secrets secrets,
      JvmFlags flags,
      Map<String, String> settings) {
    this.programs = programs;
    this.checkout = programs.checkout();
    this.directory = directory;
    this.ports = ports;
    this.secrets = secrets;
    this.flags = flags;
    this.settings = settings;
  }

  Piece of(Part part) throws IOException {
    return switch (part) {
      case POSTGRESQL -> postgres();
      case KAFKA -> kafka();
      case S3 -> objectStore();
      case KEYCLOAK -> keycloak();
      case DIRECTORY, CONVERSATION, ATTACHMENT, NOTIFICATION, AUDIT -> service(part);
      case GATEWAY -> gateway();
    };
  }

  /** What the browser sees. */
  String publicOrigin() {
    return "http://localhost:" + ports.of(PortOf.GATEWAY);
  }

  String kafkaBootstrapServers() {
    return "127.0.0.1:" + ports.of(PortOf.KAFKA);
  }

  String keycloakUrl() {
    return keycloakSettings().internalUrl();
  }

  DatabaseAccess database(Part owner) {
    return new DatabaseAccess(
        owner.label(),
        owner.label(),
        secrets.password("postgresql." + owner.label()),
        ports.of(PortOf.POSTGRESQL));
  }

  S3Access objectStoreAccess() {
    return new S3Access(
        ports.of(PortOf.S3),
        secrets.password("s3.access-key"),
        secrets.password("s3.secret-key"),
        "attachments");
  }

  private PostgresServer postgres() throws IOException {
    List<DatabaseAccess> databases = new ArrayList<>();
    WITH_DATABASE.forEach(owner -> databases.add(database(owner)));
    return new PostgresServer(
        checkout.postgresArchive(),
        cache,
        directory.data(),
        ports.of(PortOf.POSTGRESQL),
        secrets.password("postgresql.administrator"),
        databases);
  }

  private KafkaBroker kafka() {
    return new KafkaBroker(
        checkout.kafkaLibraries(),
        directory.data(),
        ports.of(PortOf.KAFKA),
        ports.of(PortOf.KAFKA_CONTROLLER),
        KafkaBroker.TOPICS,
        flags.of(Part.KAFKA));
  }

  private ObjectStore objectStore() {
    return new ObjectStore(
        checkout.objectStoreLibraries(), directory.data(), objectStoreAccess(), flags.of(Part.S3));
  }

  private KeycloakServer keycloak() throws IOException {
    return new KeycloakServer(
        new KeycloakDistribution(checkout.keycloakArchive(), checkout.keycloakProvider(), cache),
        checkout.realmTemplates(),
        directory.data(),
        keycloakSettings(),
        flags.of(Part.KEYCLOAK));
  }

  private KeycloakSettings keycloakSettings() {
    int port = ports.of(PortOf.KEYCLOAK);
    String simulator = "/auth/realms/psc-sim";
    return new KeycloakSettings(
        port,
        ports.of(PortOf.KEYCLOAK_MANAGEMENT),
        publicOrigin(),
        database(Part.KEYCLOAK),
        secrets.password("keycloak.administrator"),
        Map.of(
            "PUBLIC_ORIGIN",
            publicOrigin(),
            "DIRECTORY_CLIENT_SECRET",
            secrets.password("keycloak.client.directory"),
            "SOFTWARE_CLIENT_SECRET",
            secrets.password("keycloak.client.software"),
            "PSC_CLIENT_ID",
            "liaison-broker",
            "PSC_CLIENT_SECRET",
            secrets.password("keycloak.client.psc"),
            "PSC_ISSUER",
            publicOrigin() + simulator,
            "PSC_AUTHORIZATION_URL",
            publicOrigin() + simulator + "/protocol/openid-connect/auth",
            "PSC_LOGOUT_URL",
            publicOrigin() + simulator + "/protocol/openid-connect/logout",
            "PSC_BACK_CHANNEL_URL",
            "http://127.0.0.1:" + port + simulator + "/protocol/openid-connect"));
  }

  private QuarkusService service(Part part) throws IOException {
    Map<String, String> environment = new HashMap<>(commonEnvironment(part));
    environment.putAll(ownEnvironment(part));
    environment.putAll(settings);
    return new QuarkusService(
        part.label(),
        programs.service(part.label()),
        directory.data(),
        ports.of(portOf(part)),
        environment,
        part == Part.DIRECTORY ? REGISTER_HEAP : HEAP,
        flags.of(part));
  }

  private Map<String, String> commonEnvironment(Part part) {
    DatabaseAccess database = database(part);
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
        "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
        "QUARKUS_DATASOURCE_USERNAME", database.role(),
        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
        "KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers(),
        "LIAISON_OIDC_ISSUER", publicOrigin() + "/auth/realms/liaison",
        "LIAISON_OIDC_JWKS",
            keycloakSettings().internalUrl() + "/realms/liaison/protocol/openid-connect/certs");
  }

  private Map<String, String> ownEnvironment(Part part) throws IOException {
    return switch (part) {
      case DIRECTORY ->
          Map.of(
              "LIAISON_CA_DIRECTORY", directory.data().resolve("ca").toString(),
              "LIAISON_DIRECTORY_CA_GENERATE", "true",
              "LIAISON_REGISTER_FILE", checkout.register().toString(),
              "LIAISON_SEARCH_INDEX", directory.data().resolve("search-index").toString(),
              "LIAISON_FHIR_BASE", publicOrigin() + "/api/directory/fhir",
              "LIAISON_PUBLIC_ORIGIN", publicOrigin(),
              "LIAISON_KEYCLOAK_URL", keycloakSettings().internalUrl(),
              "LIAISON_KEYCLOAK_CLIENT_SECRET", secrets.password("keycloak.client.directory"));
      case ATTACHMENT -> {
        S3Access access = objectStoreAccess();
        yield Map.of(
            "LIAISON_S3_ENDPOINT", access.endpoint(),
            "LIAISON_S3_ACCESS_KEY", access.accessKey(),
            "LIAISON_S3_SECRET_KEY", access.secretKey(),
            "LIAISON_S3_BUCKET", access.bucket());
      }
      case NOTIFICATION -> {
        var vapid = secrets.vapid("vapid");
        yield Map.of(
            "LIAISON_VAPID_PUBLIC_KEY", vapid.publicKey(),
            "LIAISON_VAPID_PRIVATE_KEY", vapid.privateKey(),
            "LIAISON_VAPID_SUBJECT", "mailto:exploitation@liaison.example");
      }
      case AUDIT ->
          Map.of(
              "LIAISON_AUDIT_SIGNING_KEY", secrets.key("audit.signing-key"),
              "LIAISON_AUDIT_SALT_KEY", secrets.key("audit.salt-key"),
              "LIAISON_AUDIT_ORIGIN", "liaison.example/audit",
              "LIAISON_AUDIT_LOCK_FILE",
                  directory.data().resolve("audit/checkpoint.lock").toString());
      case CONVERSATION ->
          Map.of(
              "LIAISON_DELIVERY_SIGNING_KEY", secrets.key("delivery.signing-key"),
              "LIAISON_DELIVERY_ROOT", directory.data().resolve("ca/root.crt.pem").toString());
      case POSTGRESQL, KAFKA, S3, KEYCLOAK, GATEWAY -> Map.of();
    };
  }

  private Gateway gateway() {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEWAY_PORT", String.valueOf(ports.of(PortOf.GATEWAY)));
    environment.put("GATEWAY_PUBLIC_ORIGIN", publicOrigin());
    environment.put("GATEWAY_WEB_ROOT", programs.web().toString());
    environment.put("GATEWAY_KEYCLOAK_URL", "http://127.0.0.1:" + ports.of(PortOf.KEYCLOAK));
    for (Part service : Part.services()) {
      environment.put("GATEWAY_" + service.name() + "_URL", serviceUrl(service));
    }
    return new Gateway(
        programs.gateway(),
        directory.data(),
        ports.of(PortOf.GATEWAY),
        environment,
        flags.of(Part.GATEWAY));
  }

  String serviceUrl(Part service) {
    return "http://127.0.0.1:" + ports.of(portOf(service));
  }

  private static PortOf portOf(Part service) {
    return PortOf.valueOf(service.name());
  }
}
