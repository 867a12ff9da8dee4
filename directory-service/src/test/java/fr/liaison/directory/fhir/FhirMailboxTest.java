package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FhirMailboxTest extends RunningService {
  private static final String ADDRESS = "claire.moreau@fhir.mssante.example";
  private static final String SERVICE = "urgences@fhir.mssante.example";

  @Inject Database database;
  @Inject Events events;

  @BeforeEach
  void giveMailboxes() {
    add(CLAIRE_MOREAU, ADDRESS, "PER");
    add("F440900017", SERVICE, "ORG");
  }

  @AfterEach
  void takeMailboxes() {
    database.inTransaction(
        transaction ->
            transaction.update("delete from mailbox where address like '%@fhir.mssante.example'"));
  }

  @Test
  void aPersonIsFoundByTheWholeAddressOfAMailboxInAnyCase() {
    for (String value :
        List.of(ADDRESS, "Claire.MOREAU@fhir.mssante.example", "x@y.fr," + ADDRESS)) {
      List<JsonNode> found = reader().all("Practitioner", "mailbox-mss", value);
      assertThat(FhirApi.families(found)).as(value).containsExactly("MOREAU");
    }
    assertThat(events.acts("directory.search", "\"byMailbox\":\"true\"")).isNotEmpty();
    assertThat(events.acts("directory.search", ADDRESS)).isEmpty();
  }

  @Test
  void theirRolesAreFoundSoTooAndOtherCriteriaCountAsWell() {
    List<JsonNode> roles = reader().all("PractitionerRole", "mailbox-mss", ADDRESS);
    assertThat(roles).isNotEmpty();
    assertThat(reader().all("PractitionerRole", "mailbox-mss", ADDRESS, "role", "60")).isEmpty();
    assertThat(reader().all("Practitioner", "mailbox-mss", ADDRESS, "family", "benali")).isEmpty();
  }

  @Test
  void aBeginningNobodysAddressAndThatOfAServiceFindNobody() {
    for (String value :
        List.of("claire.moreau", "nobody@fhir.mssante.example", SERVICE, "%", "@")) {
      assertThat(reader().all("Practitioner", "mailbox-mss", value)).as(value).isEmpty();
      assertThat(reader().all("PractitionerRole", "mailbox-mss", value)).as(value).isEmpty();
    }
    assertThat(reader().get("Practitioner", "mailbox-mss:contains", "moreau").status())
        .isEqualTo(400);
  }

  @Test
  void aStructureShowsItsMailboxesAndIsFoundByTheWholeAddressOfOne() {
    String practice = "cabinet@fhir.mssante.example";
    add("F440900017", practice, "CAB");
    for (String value : List.of(SERVICE, "URGENCES@fhir.mssante.example", "x@y.fr," + practice)) {
      List<JsonNode> found = reader().all("Organization", "mailbox-mss", value);
      assertThat(found).as(value).hasSize(1);
      assertThat(found.getFirst().path("id").asText()).isEqualTo("F440900017");
      assertThat(found.getFirst().path("telecom").findValuesAsText("value"))
          .contains(SERVICE, practice);
      assertThat(found.getFirst().path("telecom").findValuesAsText("code")).contains("ORG", "CAB");
    }
    JsonNode read = reader().get("Organization/F440900017").body();
    assertThat(read.path("telecom").findValuesAsText("value")).contains(SERVICE, practice);
  }

  @Test
  void aBeginningNobodysAddressAndThatOfAPersonFindNoStructure() {
    for (String value : List.of("urgences", "nobody@fhir.mssante.example", ADDRESS, "%", "@")) {
      assertThat(reader().all("Organization", "mailbox-mss", value)).as(value).isEmpty();
    }
    assertThat(reader().all("Organization", "mailbox-mss", SERVICE, "address-city", "Brest"))
        .isEmpty();
    assertThat(reader().get("Organization", "mailbox-mss:contains", "urgences").status())
        .isEqualTo(400);
  }

  private void add(String owner, String address, String kind) {
    database.inTransaction(
        transaction ->
            transaction.update(
                "insert into mailbox (owner, address, kind) values ($1, $2, $3)",
                owner,
                address,
                kind));
  }

  private static FhirApi reader() {
    return new FhirApi(practitioner(CLAIRE_MOREAU));
  }
}
