package fr.liaison.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.store.Row;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.Table;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Welcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenWelcomeTest {
  private static final fr.liaison.mls.codec.Bytes NOTHING = fr.liaison.mls.codec.Bytes.EMPTY;

  private final List<String> asked = new ArrayList<>();

  @Test
  void aWelcomeThatInvitesTenThousandIsDroppedWithoutLookingForAKeyPackage() throws Exception {
    assertThat(open(10_000)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aWelcomeForOthersOpensNothing() throws Exception {
    assertThat(open(3)).isEmpty();
    assertThat(asked).hasSize(3);
  }

  private Optional<OpenWelcome.Opened> open(int invited) throws Exception {
    TestMember ada =
        new TestMember(new TestAuthority().enrol("Ada Lovelace", "810001", Duration.ofDays(365)));
    Welcome.Invitation one = new Welcome.Invitation(NOTHING, new HpkeCiphertext(NOTHING, NOTHING));
    Welcome welcome =
        new Welcome(GroupDevice.SUITE.id(), Collections.nCopies(invited, one), NOTHING);
    return new OpenWelcome(ada.device)
        .open(
            new EmptyStore(),
            TestMember.ID,
            Wire.json(new MlsMessage.Welcoming(welcome).encoded()));
  }

  /** Has nothing and notes what it was asked for. */
  private final class EmptyStore implements StoreReader {
    @Override
    public Optional<Bytes> get(Table table, String key) {
      asked.add(key);
      return Optional.empty();
    }

    @Override
    public List<Row> list(Table table, String prefix, String after, int limit) {
      return List.of();
    }

    @Override
    public long generation() {
      return 0;
    }
  }
}
