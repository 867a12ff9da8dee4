package fr.liaison.client.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.contracts.json.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkCipherTest {
  private final ChunkCipher cipher = new ChunkCipher(Bytes.of(new byte[32]));
  private final byte[] sealed = cipher.seal(new byte[100], 100, 3, false);
  @TempDir private Path folder;

  @Test
  void aChunkOpensOnlyAtItsPlace() {
    assertThat(cipher.open(sealed, 0, sealed.length, 3, false)).hasValue(new byte[100]);
    assertThat(cipher.open(sealed, 0, sealed.length, 2, false)).isEmpty();
    assertThat(cipher.open(sealed, 0, sealed.length, 3, true)).isEmpty();
    assertThat(cipher.open(sealed, 0, sealed.length - 1, 3, false)).isEmpty();
    assertThat(cipher.open(sealed, 0, 5, 3, false)).isEmpty();
  }

  @Test
  void aChangedBitOrAnotherKeyOpensNothing() {
    byte[] flipped = sealed.clone();
    flipped[5] ^= 1;
    byte[] otherKey = new byte[32];
    Arrays.fill(otherKey, (byte) 1);

    assertThat(cipher.open(flipped, 0, flipped.length, 3, false)).isEmpty();
    assertThat(new ChunkCipher(Bytes.of(otherKey)).open(sealed, 0, sealed.length, 3, false))
        .isEmpty();
  }

  @Test
  void aSourceThatIsShorterOrLongerThanItSaidLeavesNoSpool() {
    Path spool = folder.resolve("spool");

    for (long size : new long[] {9, 11}) {
      assertThatThrownBy(() -> SealFile.seal(new ByteArrayInputStream(new byte[10]), size, spool))
          .isInstanceOf(IOException.class);
      assertThat(spool).doesNotExist();
    }
  }
}
