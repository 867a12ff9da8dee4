package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Gives a practitioner's account 256 random bits to sign. Only their digest is kept. */
@ApplicationScoped
public class IssueChallenge {
  private final IdentifyPractitioner identifyPractitioner;
  private final DeviceChallenges challenges;
  private final Database database;
  private final AuditTrail audit;
  private final DeviceConfig config;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  IssueChallenge(
      IdentifyPractitioner identifyPractitioner,
      DeviceChallenges challenges,
      Database database,
      AuditTrail audit,
      DeviceConfig config) {
    this.identifyPractitioner = identifyPractitioner;
    this.challenges = challenges;
    this.database = database;
    this.audit = audit;
    this.config = config;
  }

  DeviceChallenge to(Caller caller) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    OffsetDateTime expiresAt = now.plus(config.challengeValidity());
    database.run(
        transaction -> {
          identifyPractitioner.require(transaction, caller);
          if (!challenges.add(
              transaction,
              digest(challenge),
              caller.accountId(),
              now,
              expiresAt,
              config.mostChallenges())) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(config.challengeValidity());
          }
          audit.record(transaction, Act.of("device.challenge").by(caller));
        });
    return new DeviceChallenge(challenge, expiresAt.toInstant());
  }

  static byte[] digest(String challenge) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(challenge.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new AssertionError(everyPlatformHasIt);
    }
  }
}
