package fr.liaison.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.audit.tlog.merkle.SampleLeaves;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignerKey;
import fr.liaison.audit.tlog.tile.EntryBundle;
import fr.liaison.test.GoVerifier;
import fr.liaison.test.GoVerifier.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentVerifierTest {

  private static final SignerKey KEY = key("audit.example/log", 1);
  private static final String VKEY = KEY.verifier().toString();
  private static final int SIZE = 700;

  @TempDir static Path programs;
  private static GoVerifier verifier;

  @TempDir Path log;
  private TreeHead head;

  @BeforeAll
  static void compile() {
    verifier = GoVerifier.compile(programs);
  }

  @BeforeEach
  void writeLog() throws IOException {
    head = LogFolder.write(log, KEY, entries(SIZE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 70_000})
  void aGenuineLogOfAnySizePasses(int size, @TempDir Path folder) throws IOException {
    LogFolder.write(folder, KEY, entries(size));

    Verdict verdict = verifier.check(VKEY, folder.toString());

    assertThat(verdict.line()).startsWith("GENUINE: audit.example/log size " + size + " ");
    assertThat(verdict.genuine()).isTrue();
  }

  @Test
  void aLogThatGrewFromTheSavedCheckpointPasses(@TempDir Path later) throws IOException {
    Path saved = log.resolve("saved");
    assertThat(verifier.check(VKEY, log.toString(), "-save", saved.toString()).genuine()).isTrue();

    LogFolder.write(later, KEY, entries(SIZE + 1000));

    assertThat(verifier.check(VKEY, later.toString(), "-saved", saved.toString()).genuine())
        .isTrue();
  }

  @Test
  void oneFlippedByteInABundleIsFound() throws IOException {
    flipLastByte(log.resolve("tile/entries/001"));

    assertRefused("the entries do not give the signed root");
  }

  @Test
  void oneFlippedByteInATileIsFound() throws IOException {
    flipLastByte(log.resolve("tile/0/001"));

    assertRefused("tile/0/001: not the hashes of the entries");
  }

  @Test
  void aFlippedSignatureIsFound() throws IOException {
    Path checkpoint = log.resolve("checkpoint");
    String note = Files.readString(checkpoint);
    int inSignature = note.length() - 20;
    char other = note.charAt(inSignature) == 'A' ? 'B' : 'A';
    Files.writeString(
        checkpoint, note.substring(0, inSignature) + other + note.substring(inSignature + 1));

    assertRefused("invalid signature");
  }

  @Test
  void aDroppedEntryIsFound() throws IOException {
    editBundle("002.p/188", List::removeLast);

    assertRefused("not a bundle of 188 entries");
  }

  @Test
  void aLogRewrittenWithoutAnEntryIsFoundByWhoeverSawItBefore() throws IOException {
    Path saved = Files.copy(log.resolve("checkpoint"), log.resolve("saved"));
    List<byte[]> rewritten = entries(SIZE + 5);
    rewritten.remove(300);
    LogFolder.write(log, KEY, rewritten);

    assertThat(verifier.check(VKEY, log.toString()).genuine()).isTrue();
    assertRefused(
        "fork: the log does not extend the saved checkpoint of size 700",
        "-saved",
        saved.toString());
  }

  @Test
  void aShrunkLogIsFoundByWhoeverSawItBefore() throws IOException {
    Path saved = Files.copy(log.resolve("checkpoint"), log.resolve("saved"));
    LogFolder.write(log, KEY, entries(SIZE - 1));

    assertRefused("the log shrank from 700 to 699", "-saved", saved.toString());
  }

  @Test
  void aForkedCheckpointIsFound() throws IOException {
    LogFolder.sign(log, KEY, new TreeHead(head.size(), TreeHead.empty().root()));

    assertRefused("the entries do not give the signed root");
  }

  @Test
  void aCheckpointOfAnotherOriginIsFound() throws IOException {
    LogFolder.sign(log, key("audit.example/other", 1), head);
    assertRefused("no verifiable signatures");

    String renamed =
        KEY.sign("audit.example/other\n" + head.size() + "\n" + head.root() + "\n").toString();
    Files.writeString(log.resolve("checkpoint"), renamed);
    assertRefused("the origin is not the one of the key");
  }

  @Test
  void aCheckpointOfAnotherKeyIsFound() throws IOException {
    LogFolder.sign(log, key("audit.example/log", 2), head);

    assertRefused("no verifiable signatures");
  }

  @Test
  void aReorderedBundleIsFound() throws IOException {
    editBundle("001", entries -> Collections.swap(entries, 17, 18));

    assertRefused("the entries do not give the signed root");
  }

  @Test
  void aMissingTileIsFound() throws IOException {
    Files.delete(log.resolve("tile/1/000.p/2"));

    assertRefused("no such file");
  }

  private void assertRefused(String reason, String... options) {
    Verdict verdict = verifier.check(VKEY, log.toString(), options);
    assertThat(verdict.line()).startsWith("NOT GENUINE: ").contains(reason);
    assertThat(verdict.status()).isEqualTo(1);
  }

  private interface Edit {
    void apply(List<byte[]> entries);
  }

  private void editBundle(String path, Edit edit) throws IOException {
    Path file = log.resolve("tile/entries/" + path);
    List<byte[]> entries = EntryBundle.decode(Files.readAllBytes(file));
    edit.apply(entries);
    Files.write(file, EntryBundle.encode(entries));
  }

  private static void flipLastByte(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length - 1] ^= 1;
    Files.write(file, content);
  }

  private static List<byte[]> entries(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(SampleLeaves::entry).toList());
  }

  private static SignerKey key(String name, int seed) {
    byte[] bytes = new byte[SignerKey.SEED_BYTES];
    bytes[0] = (byte) seed;
    return SignerKey.ofSeed(new KeyName(name), bytes);
  }
}
