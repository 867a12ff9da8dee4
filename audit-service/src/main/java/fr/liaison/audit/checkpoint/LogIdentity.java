package fr.liaison.audit.checkpoint;

import fr.liaison.audit.AuditConfig;
import fr.liaison.audit.SecretBytes;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.note.SignerKey;
import fr.liaison.audit.tlog.note.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;

/** The log's origin and signing key. Signs whatever head it is given; publishing decides which. */
@ApplicationScoped
public class LogIdentity {

  private final SignerKey key;

  LogIdentity(AuditConfig config) {
    this.key =
        SignerKey.ofSeed(
            new KeyName(config.origin()),
            SecretBytes.of(config.signingKey(), "liaison.audit.signing-key"));
  }

  public VerifierKey verifier() {
    return key.verifier();
  }

  SignedNote sign(TreeHead head) {
    return new Checkpoint(key.verifier().name(), head).sign(key);
  }
}
