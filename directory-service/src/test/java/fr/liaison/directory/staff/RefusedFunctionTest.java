package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedFunctionTest extends RunningService {
  private static final String STRUCTURE = "/v1/structures/F440900025";

  @BeforeEach
  void nameAnAdministrator() {
    assertThat(
            administrator()
                .put(STRUCTURE + "/administrators/" + idOf(CLAIRE_MOREAU), Map.of())
                .status())
        .isEqualTo(204);
  }

  @Test
  void nobodyIsInvitedAsAProfessionalOfTheRegister() {
    assertThat(reason("Gilles", "Sages-femmes")).isEqualTo("regulated-profession");
    assertThat(reason("Gilles", "M\u0435decin")).isEqualTo("not-latin");
    assertThat(reason("Dr Gilles", "Secrétaire")).isEqualTo("title-in-name");
  }

  @Test
  void whatCannotBeSeenIsNoPartOfAFunction() {
    Api.Answer answer = invite("Gilles", "Mé\u200bdecin");

    assertThat(answer.code()).isEqualTo("invalid-parameter");
    assertThat(answer.body().path("field").asText()).isEqualTo("function");
    assertThat(answer.body().has("reason")).isFalse();
  }

  private static String reason(String givenName, String function) {
    Api.Answer answer = invite(givenName, function);
    assertThat(answer.code()).isEqualTo("invalid-parameter");
    assertThat(answer.raw().body()).doesNotContain("Gilles");
    return answer.body().path("reason").asText();
  }

  private static Api.Answer invite(String givenName, String function) {
    return practitioner(CLAIRE_MOREAU)
        .post(
            STRUCTURE + "/invitations",
            Map.of("givenName", givenName, "familyName", "Exemple", "function", function));
  }
}
