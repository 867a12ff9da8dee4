package fr.liaison.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = Hash.emptyTree().toString();

  @Test
  void aCheckpointIsThreeLinesAndReadsBack() {
    Checkpoint checkpoint =
        new Checkpoint(new KeyName("example.com/log"), new TreeHead(42, Hash.emptyTree()));

    assertThat(checkpoint.text()).isEqualTo("example.com/log\n42\n" + ROOT + "\n");
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log\n01\nROOT\n",
        "log\n-1\nROOT\n",
        "log\n99999999999999999999\nROOT\n",
        "log\n9999999999999999999\nROOT\n",
        "\n1\nROOT\n",
        "a log\n1\nROOT\n",
        "log\n1\nAAAA\n",
        "log\n1\nROOT",
        "log\n1\nROOT\nextension\n",
        ""
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT)))
        .isInstanceOf(MalformedLogDataException.class);
  }

  @Test
  void aLogSignsOnlyUnderItsOrigin() {
    Checkpoint checkpoint = new Checkpoint(new KeyName("log"), TreeHead.empty());
    SignerKey other = SignerKey.ofSeed(new KeyName("other"), new byte[SignerKey.SEED_BYTES]);

    assertThatThrownBy(() -> checkpoint.sign(other)).isInstanceOf(IllegalArgumentException.class);
  }
}
