package fr.liaison.directory.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StructureServicesTest extends RunningService {
  private static final String HOSPITAL = "F440900017";
  private static final String SERVICES = "/v1/structures/" + HOSPITAL + "/services";
  private static final String DOMAIN = "@services.mssante.example";

  @Inject Database database;
  @Inject Events events;

  @AfterEach
  void takeTheMailboxesAway() {
    remove("%");
  }

  @Test
  void mailboxesStandUnderTheirServicesAndThoseOfTheWholeStructureComeLast() {
    add("ORG", "accueil", null);
    add("ORG", "urgences", "URGENCES");
    add("APP", "resultats", "BIOLOGIE");
    add("CAB", "biologie", "BIOLOGIE");
    add("PER", "personne", "BIOLOGIE");

    Api.Answer answer = practitioner(CLAIRE_MOREAU).get(SERVICES);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().has("next")).isFalse();
    JsonNode items = answer.body().get("items");
    assertThat(items.findValuesAsText("name")).containsExactly("BIOLOGIE", "URGENCES");
    assertThat(items.at("/0/mailboxes").findValuesAsText("kind"))
        .containsExactly("practice", "application");
    assertThat(items.at("/2").has("name")).isFalse();
    assertThat(addresses(answer.body()))
        .containsExactly(
            "biologie" + DOMAIN, "resultats" + DOMAIN, "urgences" + DOMAIN, "accueil" + DOMAIN);
    assertThat(events.acts("directory.structure-services", HOSPITAL)).isNotEmpty();
  }

  @Test
  void pagesShowEachMailboxOnceAlsoWhereOneEndsWithinAService() {
    for (int i = 0; i < 5; i++) {
      add("ORG", "urgences" + i, "URGENCES");
      add("ORG", "accueil" + i, null);
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      JsonNode page = practitioner(CLAIRE_MOREAU).get(SERVICES + "?limit=3" + next).body();
      seen.addAll(addresses(page));
      pages++;
      next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!next.isEmpty());

    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    assertThat(seen).startsWith("urgences0" + DOMAIN).endsWith("accueil4" + DOMAIN);
  }

  @Test
  void aPageThatEndedWithAMailboxTakenAwaySinceIsNotGoneOnWith() {
    add("ORG", "a", "URGENCES");
    add("ORG", "b", "URGENCES");
    String next =
        practitioner(CLAIRE_MOREAU).get(SERVICES + "?limit=1").body().get("next").asText();
    remove("a@%");

    Api.Answer answer = practitioner(CLAIRE_MOREAU).get(SERVICES + "?cursor=" + next);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-parameter");
  }

  @Test
  void aStructureWithoutMailboxesHasNoServicesAndAnUnknownOneIsNotFound() {
    Api.Answer none = practitioner(CLAIRE_MOREAU).get(SERVICES);
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.body().get("items")).isEmpty();
    assertThat(practitioner(CLAIRE_MOREAU).get("/v1/structures/F999999999/services").status())
        .isEqualTo(404);
  }

  private static List<String> addresses(JsonNode page) {
    return page.get("items").findValuesAsText("address");
  }

  private void add(String kind, String local, @Nullable String service) {
    database.inTransaction(
        transaction ->
            transaction.update(
                "insert into mailbox (owner, address, kind, service) values ($1, $2, $3, $4)",
                HOSPITAL,
                local + DOMAIN,
                kind,
                service));
  }

  private void remove(String local) {
    database.inTransaction(
        transaction ->
            transaction.update(
                "delete from mailbox where owner = $1 and address like $2 and address like $3",
                HOSPITAL,
                local,
                "%" + DOMAIN));
  }
}
