package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The certificates of revoked devices that would still be valid, former ones included. */
@ApplicationScoped
class RevokedCertificates {
  /** A certificate as DER, and since when it is worth nothing. */
  record Revoked(Bytes certificate, OffsetDateTime revokedAt) {}

  /** Differs whenever those devices do. */
  record Mark(long devices, Optional<OffsetDateTime> latest) {}

  Mark mark(Transaction transaction, OffsetDateTime now) {
    return transaction
        .first(
            row -> new Mark(row.getLong(0), latest(row.getOffsetDateTime(1))),
            """
            select count(*), max(revoked_at) from device
            where status = 'revoked' and expires_at > $1
            """,
            now)
        .orElseThrow();
  }

  List<Revoked> all(Transaction transaction, OffsetDateTime now) {
    return transaction.rows(
        row ->
            new Revoked(
                Bytes.of(row.getBuffer("certificate").getBytes()),
                row.getOffsetDateTime("revoked_at")),
        """
        select certificate, revoked_at from device where status = 'revoked' and expires_at > $1
        union all
        select f.certificate, d.revoked_at from former_certificate f
        join device d on d.id = f.device_id where d.status = 'revoked' and f.expires_at > $1
        """,
        now);
  }

  private static Optional<OffsetDateTime> latest(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time);
  }
}
