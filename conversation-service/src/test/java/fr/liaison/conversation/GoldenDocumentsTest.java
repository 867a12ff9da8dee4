package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.conversation.keypackage.ClaimKeyPackages.Invitation;
import fr.liaison.conversation.keypackage.ClaimKeyPackages.Status;
import fr.liaison.conversation.keypackage.KeyPackageResource.ClaimAnswer;
import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.EntryView;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.message.LogPage;
import fr.liaison.conversation.message.MessageResource.SendAnswer;
import fr.liaison.conversation.room.ConversationView;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.State;
import fr.liaison.conversation.stream.ServerFrame;
import fr.liaison.conversation.welcome.WelcomeResource.WelcomeList;
import fr.liaison.conversation.welcome.WelcomeView;
import fr.liaison.test.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Public documents keep their shape. */
class GoldenDocumentsTest {
  private static final String GOLDEN = "src/test/resources/golden";
  private static final ObjectMapper JSON = ContractJson.mapper();
  private static final UUID CONVERSATION = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID DEVICE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final UUID PERSON = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8059");
  private static final Bytes BYTES = Bytes.of(new byte[] {1, 2, (byte) 0xFB});
  private static final EntryView ENTRY =
      new EntryView(
          CONVERSATION,
          7,
          EntryKind.message,
          3,
          DEVICE,
          Instant.parse("2026-05-04T08:00:00.123Z"),
          Priority.urgent,
          BYTES,
          BYTES);
  private static final WelcomeView WELCOME = new WelcomeView(PERSON, CONVERSATION, 4, BYTES);

  @Test
  void answersKeepTheirShape() {
    GoldenFile.named("conversation.v2")
        .matches(
            new ConversationView(
                CONVERSATION,
                Kind.direct,
                3,
                7,
                1,
                Instant.parse("2026-05-04T07:00:00Z"),
                State.succeeded,
                PERSON,
                DEVICE,
                List.of(new ConversationView.MemberView(PERSON, DEVICE, null)),
                List.of(PERSON),
                List.of(new ConversationView.ReceiptView(PERSON, DEVICE, 7, 6))),
            JSON);
    GoldenFile.named("member.v1")
        .matches(
            new ConversationView.MemberView(
                PERSON, DEVICE, Instant.parse("2026-05-04T08:00:00.123Z")),
            JSON);
    GoldenFile.named("log-page.v1").matches(new LogPage(List.of(ENTRY), true), JSON);
    GoldenFile.named("send-answer.v1").matches(new SendAnswer(7, ENTRY.acceptedAt()), JSON);
    GoldenFile.named("welcomes.v1").matches(new WelcomeList(List.of(WELCOME)), JSON);
    GoldenFile.named("claim-answer.v1")
        .matches(
            new ClaimAnswer(
                List.of(
                    new Invitation(DEVICE, PERSON, Status.ok, BYTES),
                    new Invitation(DEVICE, PERSON, Status.exhausted, null))),
            JSON);
  }

  @Test
  void whatAConversationSaidBeforeItHadAStateIsSaidStill() throws IOException {
    JsonNode before = JSON.readTree(Path.of(GOLDEN, "conversation.v1.json").toFile());
    JsonNode now = JSON.readTree(Path.of(GOLDEN, "conversation.v2.json").toFile());
    before
        .properties()
        .forEach(one -> assertThat(now.path(one.getKey())).isEqualTo(one.getValue()));
  }

  @Test
  void framesKeepTheirShape() {
    assertThat(new ServerFrame.Ready().json()).isEqualTo("{\"type\":\"ready\"}");
    assertThat(new ServerFrame.Ping().json()).isEqualTo("{\"type\":\"ping\"}");
    GoldenFile.named("frame-entry.v1").matches(new ServerFrame.Entry(ENTRY), JSON);
    GoldenFile.named("frame-welcome.v1").matches(new ServerFrame.Welcome(WELCOME), JSON);
    GoldenFile.named("frame-receipt.v1")
        .matches(new ServerFrame.Receipt(CONVERSATION, PERSON, DEVICE, 7, 6), JSON);
    GoldenFile.named("frame-caught-up.v1").matches(new ServerFrame.CaughtUp("AQ"), JSON);
    GoldenFile.named("frame-conversation.v1")
        .matches(new ServerFrame.Conversation(CONVERSATION), JSON);
    GoldenFile.named("frame-resync-required.v1")
        .matches(
            new ServerFrame.ResyncRequired(CONVERSATION, Instant.parse("2026-05-04T08:00:00.123Z")),
            JSON);
    assertThat(new ServerFrame.ResyncRequired(CONVERSATION, null).json())
        .isEqualTo("{\"type\":\"resync-required\",\"conversationId\":\"" + CONVERSATION + "\"}");
  }
}
