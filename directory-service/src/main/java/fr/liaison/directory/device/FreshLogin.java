package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks for a recent proof of identity before acts that a stolen session must not be enough for. */
@ApplicationScoped
public class FreshLogin {
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();

  FreshLogin(DeviceConfig config) {
    this.config = config;
  }

  /** Throws {@code step-up-required} with the {@code maxAge} in seconds. */
  public void require(Caller caller) {
    Instant now = clock.instant();
    boolean fresh =
        caller
            .authenticatedAt()
            .filter(at -> at.isAfter(now.minus(config.freshLogin())))
            .filter(at -> at.isBefore(now.plus(SKEW)))
            .isPresent();
    if (!fresh) {
      throw Problem.of(ProblemType.STEP_UP_REQUIRED)
          .with("maxAge", config.freshLogin().toSeconds());
    }
  }
}
