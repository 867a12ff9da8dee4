package fr.liaison.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.InclusionProof;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.NaiveTree;
import fr.liaison.audit.tlog.merkle.SampleLeaves;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignerKey;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogProofTest {

  private static final KeyName ORIGIN = new KeyName("example.com/log");
  private static final SignerKey KEY = SignerKey.ofSeed(ORIGIN, new byte[SignerKey.SEED_BYTES]);
  private static final List<Hash> LEAVES = SampleLeaves.hashes(11);
  private static final NaiveTree TREE = new NaiveTree(LEAVES);

  @Test
  void aProofFileVerifiesOnItsOwn() {
    LogProof proof = LogProof.parse(proof(6, null).toString());

    assertThat(proof.holds(LEAVES.get(6), KEY.verifier())).isTrue();
    assertThat(proof.extra()).isEmpty();
    assertThat(proof).isEqualTo(proof(6, null));
  }

  @Test
  void extraDataStandsOnTheSecondLine() {
    String extra = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
    LogProof proof = LogProof.parse(proof(6, extra).toString());

    assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 6\n");
    assertThat(proof.extra()).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void aProofDoesNotHoldForAnotherLeafKeyOrOrigin() {
    LogProof proof = proof(6, null);
    SignerKey stranger = SignerKey.ofSeed(new KeyName("other"), new byte[SignerKey.SEED_BYTES]);

    assertThat(proof.holds(LEAVES.get(5), KEY.verifier())).isFalse();
    assertThat(proof.holds(LEAVES.get(6), stranger.verifier())).isFalse();
    String otherOrigin = proof.toString().replace("example.com/log\n", "example.com/fork\n");
    assertThat(LogProof.parse(otherOrigin).holds(LEAVES.get(6), KEY.verifier())).isFalse();
    String beyond = proof.toString().replace("index 6", "index 11");
    assertThat(LogProof.parse(beyond).holds(LEAVES.get(6), KEY.verifier())).isFalse();
  }

  @Test
  void malformedFilesAreRefused() {
    String good = proof(6, null).toString();
    for (String bad :
        List.of(
            "",
            good.replace("@v1", "@v2"),
            good.replace("index 6", "index 06"),
            good.replace("index 6\n", ""),
            good.replace("index 6", "extra !\nindex 6"),
            good.replace("index 6\n", "index 6\nnot a hash\n"),
            good.substring(0, good.indexOf("\n\n")))) {
      assertThatThrownBy(() -> LogProof.parse(bad)).isInstanceOf(MalformedLogDataException.class);
    }
  }

  private static LogProof proof(int index, @Nullable String extra) {
    return new LogProof(
        extra,
        index,
        InclusionProof.prove(index, LEAVES.size(), TREE::read).siblings(),
        new Checkpoint(ORIGIN, TREE.head()).sign(KEY));
  }
}
