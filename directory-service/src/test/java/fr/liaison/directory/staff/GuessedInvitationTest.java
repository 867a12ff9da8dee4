package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody in particular tries tokens: that is answered in the end, but no more written. */
@QuarkusTest
@TestProfile(GuessedInvitationTest.FewGuesses.class)
class GuessedInvitationTest {
  @Inject Events events;

  public static final class FewGuesses implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("liaison.directory.staff.most-unknown", "3");
    }
  }

  @Test
  void guessesBeyondTheLimitLeaveNothingInTheLog() {
    int before = refused();

    List<String> codes =
        Stream.of("acceptance", "preview", "acceptance", "preview", "acceptance", "preview")
            .map(path -> "/v1/invitations/" + path)
            .map(path -> Api.nobody().post(path, Map.of("token", "A".repeat(43))).code())
            .toList();

    assertThat(codes.subList(0, 3)).containsOnly("not-found");
    assertThat(codes.subList(3, 6)).containsOnly("too-many-requests");
    assertThat(refused() - before).isEqualTo(3);
  }

  private int refused() {
    return events.acts("invitation.accept", "refused").size()
        + events.acts("invitation.read", "refused").size();
  }
}
