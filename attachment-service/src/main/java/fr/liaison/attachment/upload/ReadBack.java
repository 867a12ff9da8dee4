package fr.liaison.attachment.upload;

import fr.liaison.attachment.blob.BlobStore;
import fr.liaison.attachment.blob.Slice;
import fr.liaison.contracts.json.Bytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads an attachment back from the store, slice by slice, and compares each with the hash taken on
 * reception. Only what was read back counts as stored.
 */
@ApplicationScoped
class ReadBack {
  private static final int BLOCK = 64 * 1024;
  private final BlobStore store;

  ReadBack(BlobStore store) {
    this.store = store;
  }

  /** What reading back found. */
  sealed interface Finding {
    /** Every byte is there; this is the hash of the whole. */
    record Sound(Bytes sha256) implements Finding {}

    /** From this position on the store does not hold what was sent. */
    record DamagedFrom(long position) implements Finding {}

    /** The caller lost its lease while reading. */
    record Abandoned() implements Finding {}
  }

  Finding examine(List<Slice> slices, BooleanSupplier stillOurs) {
    MessageDigest whole = Sha256.digest();
    for (Slice slice : slices) {
      if (!stillOurs.getAsBoolean()) {
        return new Finding.Abandoned();
      }
      if (!matches(slice, whole)) {
        return new Finding.DamagedFrom(slice.start());
      }
    }
    return new Finding.Sound(Bytes.of(whole.digest()));
  }

  private boolean matches(Slice slice, MessageDigest whole) {
    MessageDigest own = Sha256.digest();
    byte[] block = new byte[BLOCK];
    long seen = 0;
    try (InputStream content = store.open(slice.key(), 0, slice.length())) {
      for (int read = content.read(block); read >= 0; read = content.read(block)) {
        own.update(block, 0, read);
        whole.update(block, 0, read);
        seen += read;
      }
    } catch (IOException cut) {
      throw BlobStore.unavailable(cut);
    }
    return seen == slice.length() && Bytes.of(own.digest()).equals(slice.sha256());
  }
}
