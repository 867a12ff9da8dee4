package fr.liaison.attachment.download;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.blob.BlobStore;
import fr.liaison.attachment.blob.Slice;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.kit.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Composes a run of an attachment's bytes from the slices that hold it. */
@ApplicationScoped
class BlobContent {
  private final Database database;
  private final StoredObjects objects;
  private final BlobStore store;
  private final Counter sent;

  BlobContent(Database database, StoredObjects objects, BlobStore store, MeterRegistry metrics) {
    this.database = database;
    this.objects = objects;
    this.store = store;
    this.sent = metrics.counter("liaison.attachment.sent.bytes");
  }

  /**
   * Opens the bytes from {@code first} to {@code last}, both included. The first slice is open when
   * this returns, so that an absent store is known before an answer has begun; a store lost later
   * breaks the stream off short of its announced length.
   */
  InputStream open(AttachmentId id, long first, long last) {
    List<Slice> slices = database.read(reader -> objects.slices(reader, id, first, last + 1));
    return new SliceStream(slices, first, last + 1, this::openPart, sent::increment);
  }

  private InputStream openPart(Slice slice, long from, long to) {
    return store.open(slice.key(), from - slice.start(), to - from);
  }

  /** Opens part of one slice, between two positions of the attachment. */
  interface Opener {
    InputStream open(Slice slice, long from, long to) throws IOException;
  }
}
