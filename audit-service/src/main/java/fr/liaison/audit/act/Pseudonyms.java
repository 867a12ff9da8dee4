package fr.liaison.audit.act;

import fr.liaison.audit.AuditConfig;
import fr.liaison.audit.SecretBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that say "the same one" within one calendar month and nothing more. Only the holder of the
 * key can tie them to identities or to each other across months.
 */
@ApplicationScoped
public class Pseudonyms {

  private static final int BYTES = 16;

  private final SecretKeySpec key;

  Pseudonyms(AuditConfig config) {
    this.key =
        new SecretKeySpec(SecretBytes.of(config.saltKey(), "liaison.audit.salt-key"), "HmacSHA256");
  }

  /** The pseudonym of an id of this kind (for example {@code actor}) at this time. */
  public String of(String kind, String id, Instant time) {
    YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] full = mac.doFinal((kind + '\n' + month + '\n' + id).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
