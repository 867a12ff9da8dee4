package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The signed list of revoked device certificates. Written anew when a device was revoked or a
 * quarter of its validity has passed, and the same bytes to everybody meanwhile. Safe for
 * concurrent use.
 */
@ApplicationScoped
public class RevocationList {
  /** Anybody may ask as often as they like; the database is asked this often. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final RevokedCertificates revoked;
  private final CertificateAuthority authority;
  private final Database database;
  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable Signed latest;

  RevocationList(
      RevokedCertificates revoked,
      CertificateAuthority authority,
      Database database,
      DeviceConfig config) {
    this.revoked = revoked;
    this.authority = authority;
    this.database = database;
    this.config = config;
  }

  /** The list as DER; {@code number} grows with each one this instance signs. */
  record Signed(
      Bytes der,
      long number,
      Instant renewAt,
      Instant until,
      RevokedCertificates.Mark mark,
      Instant checkedAt) {
    private Signed checked(Instant now) {
      return new Signed(der, number, renewAt, until, mark, now);
    }
  }

  Signed current() {
    Signed present = latest;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (present != null && now.isBefore(present.checkedAt().plus(LOOK))) {
      return present;
    }
    if (present != null && now.isBefore(present.until())) {
      return lookedAfter(present, now);
    }
    writing.lock();
    try {
      return renewed(latest, now);
    } finally {
      writing.unlock();
    }
  }

  /** A list that holds is answered rather than waiting for a database that is away. */
  private Signed lookedAfter(Signed present, Instant now) {
    if (!writing.tryLock()) {
      return present;
    }
    try {
      return renewed(present, now);
    } catch (DatabaseUnavailable away) {
      return present;
    } finally {
      writing.unlock();
    }
  }

  private Signed renewed(@Nullable Signed present, Instant now) {
    RevokedCertificates.Mark mark =
        database.read(transaction -> revoked.mark(transaction, now.atOffset(ZoneOffset.UTC)));
    Signed renewed =
        present != null && present.mark().equals(mark) && now.isBefore(present.renewAt())
            ? present.checked(now)
            : sign(mark, now);
    latest = renewed;
    return renewed;
  }

  /** What was revoked between the mark and the reading is in the list, and has it written again. */
  private Signed sign(RevokedCertificates.Mark mark, Instant now) {
    Instant until = now.plus(config.revocationListValidity());
    Bytes der =
        authority.revocationList(
            database.read(transaction -> revoked.all(transaction, now.atOffset(ZoneOffset.UTC))),
            now,
            until);
    Instant renewAt = now.plus(config.revocationListValidity().dividedBy(4));
    return new Signed(der, now.toEpochMilli(), renewAt, until, mark, now);
  }
}
