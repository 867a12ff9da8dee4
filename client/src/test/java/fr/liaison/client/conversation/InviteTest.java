package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.group.TestMember;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InviteTest {
  private static final String NATIONAL_ID = "810000000002";

  private final List<Duration> waits = new ArrayList<>();
  private TestMember self;
  private TestMember other;

  @BeforeEach
  void enrol() throws Exception {
    TestAuthority authority = new TestAuthority();
    self = new TestMember(authority.enrol("A", "810000000001", Duration.ofDays(90)));
    other = new TestMember(authority.enrol("B", NATIONAL_ID, Duration.ofDays(90)));
  }

  @Test
  void aDeviceThatHasNotUploadedItsKeyPackagesYetIsWaitedFor() throws IOException {
    Invited invited = invited(claimed("exhausted"), claimed("exhausted"), claimed("ok"));

    assertThat(invited.unreachable()).isEmpty();
    assertThat(invited.guests())
        .extracting(Invited.Guest::device)
        .containsExactly(other.enrolled.id());
    assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void somebodyWhoseDeviceStaysEmptyIsUnreachable() throws IOException {
    Invited invited = invited(claimed("exhausted"));

    assertThat(invited.unreachable()).containsExactly(other.enrolled.practitioner());
    assertThat(waits).hasSize(4);
  }

  @Test
  void somebodyWithoutADeviceIsNotWaitedFor() throws IOException {
    Invited invited = invited("{\"devices\":[]}");

    assertThat(invited.unreachable()).containsExactly(other.enrolled.practitioner());
    assertThat(waits).isEmpty();
  }

  /** The answers to the claims, the last of them to all later ones. */
  private Invited invited(String... answers) throws IOException {
    Iterator<String> left = Arrays.asList(answers).iterator();
    String[] last = new String[1];
    try (TestGateway gateway =
        TestGateway.answering(
            exchange -> {
              if (exchange.getRequestURI().getPath().contains("/practitioners/")) {
                TestGateway.json(exchange, 200, "{\"nationalId\":\"" + NATIONAL_ID + "\"}");
                return;
              }
              last[0] = left.hasNext() ? left.next() : last[0];
              TestGateway.json(exchange, 200, last[0]);
            })) {
      Http http =
          new Http(
              HttpSettings.of(gateway.origin()), refused -> new Answer.Done<>("t0"), waits::add);
      Invite invite =
          new Invite(self.device, new DirectoryApi(http), new KeyPackageApi(http), waits::add);
      List<PractitionerId> people = List.of(other.enrolled.practitioner());
      return ((Answer.Done<Invited>) invite.invite(people)).value();
    }
  }

  private String claimed(String status) {
    String keyPackage =
        status.equals("ok")
            ? ",\"keyPackage\":\"" + base64(Wire.json(other.device.keyPackage().message())) + "\""
            : "";
    return "{\"devices\":[{\"deviceId\":\"%s\",\"practitionerId\":\"%s\",\"status\":\"%s\"%s}]}"
        .formatted(other.enrolled.id(), other.enrolled.practitioner(), status, keyPackage);
  }

  private static String base64(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }
}
