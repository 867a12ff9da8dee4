package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A search by POST is the search by GET, and refused like it. */
@QuarkusTest
class FhirFormSearchTest extends RunningService {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String RPPS_OF_CLAIRE = "https://rpps.esante.gouv.fr|99700219001";

  @Test
  void eachTypeIsSearchedByFormAsByAddress() {
    // The index of structures follows within seconds.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                !FhirApi.entries(reader().get("Organization", "name", "hopital"), "match")
                    .isEmpty());
    for (List<String> search :
        List.of(
            List.of("Practitioner", "family", "lefèvre"),
            List.of("PractitionerRole", "role", "60"),
            List.of("Organization", "name", "hopital"))) {
      String type = search.get(0);
      Api.Answer byForm = reader().post(type + "/_search", search.get(1), search.get(2));
      Api.Answer byAddress = reader().get(type, search.get(1), search.get(2));

      assertThat(byForm.status()).isEqualTo(200);
      assertThat(FhirApi.entries(byForm, "match")).as(type).isNotEmpty();
      assertThat(byForm.body()).as(type).isEqualTo(byAddress.body());
    }
  }

  @Test
  void parametersOfTheAddressCountToo() {
    Api.Answer answer = reader().post("Practitioner/_search?_count=1", "qualification-code", "10");

    assertThat(FhirApi.entries(answer, "match")).hasSize(1);
    String next = FhirApi.link(answer, "next");
    assertThat(FhirApi.entries(reader().send("/fhir" + next), "match")).hasSize(1);
    assertThat(
            FhirApi.entries(
                reader()
                    .post(
                        "Practitioner/_search?family=nobodyofthisname",
                        "identifier",
                        RPPS_OF_CLAIRE),
                "match"))
        .isEmpty();
  }

  @Test
  void wrongFormsAreRefusedInFhirsTermsAndNotEchoed() {
    for (List<String> form :
        List.of(
            List.of("active", "true"),
            List.of("name", "zqxmark\u0000"),
            List.of("name:exact", "zqxmark"),
            List.of("name", "zqxmark", "_count", "0"))) {
      Api.Answer answer = reader().post("Practitioner/_search", form.toArray(String[]::new));
      assertThat(answer.status()).as(form.toString()).isEqualTo(400);
      assertThat(answer.raw().body()).doesNotContain("zqxmark");
    }
    assertThat(reader().post("Patient/_search", "name", "zqxmark").status()).isEqualTo(404);
    assertThat(reader().post("Practitioner/_search", "name", "a", "_format", "xml").status())
        .isEqualTo(406);
    assertThat(reader().post("Practitioner/_search").status()).isEqualTo(400);
  }

  @Test
  void moreWordsThanCanBeLookedForAreRefused() {
    Random random = new Random(5);
    List<String> form = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      form.add(List.of("name", "given", "family").get(i % 3));
      form.add(Stream.generate(() -> letters(random)).limit(11).collect(Collectors.joining(",")));
    }

    assertThat(reader().post("Practitioner/_search", form.toArray(String[]::new)).status())
        .isEqualTo(400);
  }

  /** Eight words of one letter each. */
  private static String letters(Random random) {
    return random
        .ints('a', 'z' + 1)
        .distinct()
        .limit(8)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  @Test
  void otherBodiesAndTooLargeOnesAreRefused() {
    Api claire = practitioner(CLAIRE_MOREAU);
    String path = "/fhir/Practitioner/_search";
    assertThat(FhirApi.checked(claire.postText(path, "application/json", "{}")).status())
        .isEqualTo(415);
    assertThat(FhirApi.checked(claire.postText(path, FORM, "name=" + "a".repeat(70_000))).status())
        .isEqualTo(413);
    assertThat(FhirApi.checked(claire.postText(path, FORM, "name=" + "a".repeat(3_000))).status())
        .isEqualTo(400);
  }

  @Test
  void onlyThoseWhoMayReadTheDirectorySearchSo() {
    String path = "/fhir/Practitioner/_search";
    assertThat(Api.nobody().postText(path, FORM, "name=moreau").status()).isEqualTo(401);
    assertThat(administrator().postText(path, FORM, "name=moreau").status()).isEqualTo(403);
  }

  private static FhirApi reader() {
    return new FhirApi(practitioner(CLAIRE_MOREAU));
  }
}
