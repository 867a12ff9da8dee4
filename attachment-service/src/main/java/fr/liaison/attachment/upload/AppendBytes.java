package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.blob.BlobStore;
import fr.liaison.attachment.blob.Slice;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.attachment.member.Rosters;
import fr.liaison.attachment.upload.SliceBuffer.Stop;
import fr.liaison.attachment.upload.SliceWriter.Written;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends the bytes of a request to an upload. The caller must be the device that made the upload
 * and still a member of its conversation. When the source breaks off, what came is kept.
 */
@ApplicationScoped
class AppendBytes {
  private static final byte[] NOTHING = new byte[0];

  private final Database database;
  private final Uploads uploads;
  private final Rosters rosters;
  private final StoredObjects objects;
  private final BlobStore store;
  private final SliceWriter writer;
  private final ReceptionPermits permits;
  private final UploadConfig config;

  AppendBytes(
      Database database,
      Uploads uploads,
      Rosters rosters,
      StoredObjects objects,
      BlobStore store,
      SliceWriter writer,
      ReceptionPermits permits,
      UploadConfig config) {
    this.database = database;
    this.uploads = uploads;
    this.rosters = rosters;
    this.objects = objects;
    this.store = store;
    this.writer = writer;
    this.permits = permits;
    this.config = config;
  }

  /** The request as its headers describe it. */
  record Request(AttachmentId id, long offset, OptionalLong announced) {}

  AppendOutcome append(Actor actor, DeviceId device, Request request, InputStream body) {
    if (!permits.acquire()) {
      return new AppendOutcome.Saturated(config.permitWait());
    }
    try {
      UUID lease = UUID.randomUUID();
      Claim claim =
          database.inTransaction(transaction -> claim(transaction, device, request, lease));
      return switch (claim) {
        case Claim.Refused refused -> refused.outcome();
        case Claim.Granted granted ->
            receive(
                new Reception(database, uploads, config.lease(), granted.upload(), actor, lease),
                granted.tail(),
                body);
      };
    } finally {
      permits.release();
    }
  }

  private Claim claim(Transaction transaction, DeviceId device, Request request, UUID lease) {
    Optional<Upload> found = uploads.lock(transaction, request.id());
    if (found.isEmpty()
        || !found.get().device().equals(device)
        || !rosters.contains(transaction, found.get().conversation(), device)) {
      return new Claim.Refused(new AppendOutcome.Absent());
    }
    Upload upload = found.get();
    AppendOutcome refusal = refusal(upload, request);
    if (refusal != null) {
      return new Claim.Refused(refusal);
    }
    uploads.lease(transaction, upload.id(), lease, config.lease());
    return new Claim.Granted(upload, tail(transaction, upload));
  }

  private static @Nullable AppendOutcome refusal(Upload upload, Request request) {
    if (upload.state().isGone()) {
      return new AppendOutcome.Gone();
    }
    if (upload.writing()) {
      return new AppendOutcome.BeingWritten();
    }
    if (request.offset() != upload.received()) {
      return new AppendOutcome.AtOtherOffset(upload.received());
    }
    if (request.announced().orElse(0) > upload.remaining()) {
      return new AppendOutcome.TooLong();
    }
    return upload.remaining() == 0 ? new AppendOutcome.Appended(upload.received()) : null;
  }

  /** A small last slice is carried into the next, so that many small requests make few objects. */
  private Optional<Slice> tail(Transaction transaction, Upload upload) {
    return objects
        .slices(transaction, upload.id(), Math.max(0, upload.received() - 1), upload.received())
        .stream()
        .filter(slice -> slice.length() < config.mergeBelow().asLongValue())
        .findFirst();
  }

  private AppendOutcome receive(Reception reception, Optional<Slice> tail, InputStream body) {
    try {
      return copy(reception, tail, body);
    } finally {
      reception.end();
    }
  }

  private AppendOutcome copy(Reception reception, Optional<Slice> tail, InputStream body) {
    Upload upload = reception.upload();
    long offset = upload.received();
    SliceBuffer buffer = fresh(upload, offset);
    if (tail.isPresent()) {
      Optional<byte[]> carried = carry(tail.get());
      if (carried.isEmpty()) {
        return ended(writer.discard(reception, offset, tail.get().start()));
      }
      long start = tail.get().start();
      buffer = new SliceBuffer(start, carried.get(), limit(upload, start));
    }
    while (true) {
      Stop stop = buffer.fill(body, reception::stillOurs);
      if (stop == Stop.LOST) {
        return new AppendOutcome.BeingWritten();
      }
      if (buffer.end() == upload.length() && hasMore(body)) {
        return new AppendOutcome.TooLong();
      }
      if (buffer.hasNews()) {
        Written written = writer.write(reception, offset, buffer);
        if (written != Written.DURABLE) {
          return ended(written);
        }
        offset = buffer.end();
      }
      if (stop != Stop.FULL || offset == upload.length()) {
        return new AppendOutcome.Appended(offset);
      }
      buffer = fresh(upload, offset);
    }
  }

  private SliceBuffer fresh(Upload upload, long offset) {
    return new SliceBuffer(offset, NOTHING, limit(upload, offset));
  }

  private static AppendOutcome ended(Written written) {
    return written == Written.LOST ? new AppendOutcome.BeingWritten() : new AppendOutcome.Damaged();
  }

  /** The bytes of a small last slice; empty when the store no longer holds what it was given. */
  private Optional<byte[]> carry(Slice tail) {
    try (InputStream content = store.open(tail.key(), 0, tail.length())) {
      byte[] bytes = content.readNBytes(tail.length());
      return Sha256.of(bytes, bytes.length).equals(tail.sha256())
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IOException cut) {
      throw BlobStore.unavailable(cut);
    }
  }

  private int limit(Upload upload, long start) {
    return (int) Math.min(config.sliceSize().asLongValue(), upload.length() - start);
  }

  private static boolean hasMore(InputStream body) {
    try {
      return body.read() >= 0;
    } catch (IOException cut) {
      return false;
    }
  }

  /** The answer to the request for a lease. */
  private sealed interface Claim {
    record Granted(Upload upload, Optional<Slice> tail) implements Claim {}

    record Refused(AppendOutcome outcome) implements Claim {}
  }
}
