package fr.liaison.directory.register.source;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.register.RegisterShadow;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Begins a fetch because an administrator asks for it, in the background. A conflict where there is
 * no source, or where a fetch or an import goes on; its {@code reason} says which.
 */
@ApplicationScoped
public class FetchNow {
  private static final Log LOG = Log.of(FetchNow.class);

  private final FetchRegister fetchRegister;
  private final FetchTurns turns;
  private final RegisterShadow shadow;
  private final AuditTrail audit;

  FetchNow(FetchRegister fetchRegister, FetchTurns turns, RegisterShadow shadow, AuditTrail audit) {
    this.fetchRegister = fetchRegister;
    this.turns = turns;
    this.shadow = shadow;
    this.audit = audit;
  }

  /** Returns as soon as the act is recorded and the fetch begun. */
  void begin(Caller administrator) {
    if (!fetchRegister.hasSource()) {
      throw conflict("no-source", "No source is configured; upload the file instead");
    }
    FetchTurns.Turn turn =
        turns
            .take()
            .orElseThrow(() -> conflict("running", "A fetch goes on; try again when it ends"));
    try {
      requireNoImport();
      audit.recordAlone(Act.of("register.fetch").by(administrator));
      var _ = Thread.ofVirtual().name("register-fetch").start(() -> fetch(turn));
    } catch (RuntimeException notBegun) {
      turn.close();
      throw notBegun;
    }
  }

  /** One that begins in spite of this is waited for by the fetch. */
  private void requireNoImport() {
    try {
      if (!shadow.isFree()) {
        throw conflict("running", "An import is running; try again when it ends");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void fetch(FetchTurns.Turn taken) {
    try (var _ = taken) {
      LOG.info(
          "The register was fetched for an administrator",
          Map.of(LogKey.reason, String.join(",", fetchRegister.fetchAll())));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("The register was not fetched", Map.<LogKey, Object>of(), failure);
    }
  }

  private static Problem conflict(String reason, String detail) {
    return Problem.of(ProblemType.CONFLICT, detail).with("reason", reason);
  }
}
