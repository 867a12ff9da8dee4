package fr.liaison.audit.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

  @Test
  void eachEntryStandsBehindItsBigEndianLength() {
    byte[] longEntry = new byte[0x0102];

    byte[] bundle = EntryBundle.encode(List.of(new byte[] {7}, longEntry));

    assertThat(bundle).startsWith(0, 1, 7, 1, 2).hasSize(2 + 1 + 2 + 0x0102);
    assertThat(EntryBundle.decode(bundle)).containsExactly(new byte[] {7}, longEntry);
  }

  @Test
  void anEntryMayBeEmptyOrAsLongAsItsLengthCanSay() {
    List<byte[]> entries = List.of(new byte[0], new byte[EntryBundle.MAX_ENTRY_BYTES]);

    assertThat(EntryBundle.decode(EntryBundle.encode(entries))).containsExactlyElementsOf(entries);
  }

  @Test
  void tooLongTooManyOrNoEntriesAreRefused() {
    for (List<byte[]> entries :
        List.of(
            List.<byte[]>of(),
            List.of(new byte[EntryBundle.MAX_ENTRY_BYTES + 1]),
            Collections.nCopies(257, new byte[1]))) {
      assertThatThrownBy(() -> EntryBundle.encode(entries))
          .isInstanceOf(MalformedLogDataException.class);
    }
  }

  @Test
  void aBundleCutAnywhereIsRefused() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2, 3}));
    for (int length = 1; length < bundle.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bundle, length);
      assertThatThrownBy(() -> EntryBundle.decode(cut))
          .isInstanceOf(MalformedLogDataException.class);
    }
  }
}
