package fr.liaison.directory.device;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * The certificate authority's folder. Generates a root and an intermediate where allowed, once,
 * even if several instances start together; otherwise only reads, and refuses a chain that does not
 * hold.
 */
final class AuthorityFiles {
  private final CaConfig config;

  AuthorityFiles(CaConfig config) {
    this.config = config;
  }

  /** The root, the intermediate it signed, and the intermediate's key. */
  record Chain(X509Certificate root, X509Certificate intermediate, PrivateKey key) {}

  Chain loadOrGenerate() {
    try {
      if (!Files.exists(file("intermediate.key.pem"))) {
        generate();
      }
      return checked(
          new Chain(
              Pem.readCertificate(file("root.crt.pem")),
              Pem.readCertificate(file("intermediate.crt.pem")),
              Pem.readKey(file("intermediate.key.pem"))));
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(
          "The certificate authority in liaison.directory.ca.directory cannot be used", unusable);
    }
  }

  private void generate() throws IOException, GeneralSecurityException {
    if (!config.generate()) {
      throw new IllegalStateException(
          "There is no certificate authority in liaison.directory.ca.directory; put one there, or"
              + " set liaison.directory.ca.generate=true to have one made");
    }
    Files.createDirectories(config.directory());
    try (FileChannel channel =
            FileChannel.open(file(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(file("intermediate.key.pem"))) {
        writeNewChain();
      }
    }
  }

  /** The intermediate's key comes last: its presence says that the folder is complete. */
  private void writeNewChain() throws IOException, GeneralSecurityException {
    KeyPair rootKeys = newKeys();
    KeyPair intermediateKeys = newKeys();
    X509Certificate root =
        CertificateWriter.root(
            rootKeys,
            CertificateWriter.authorityName("Liaison local root"),
            validity(config.rootValidity()));
    X509Certificate intermediate =
        CertificateWriter.intermediate(
            intermediateKeys.getPublic(),
            CertificateWriter.authorityName("Liaison device authority"),
            validity(config.intermediateValidity()),
            root,
            rootKeys.getPrivate());
    Pem.write(file("root.crt.pem"), "CERTIFICATE", root.getEncoded());
    Pem.write(file("root.key.pem"), "PRIVATE KEY", rootKeys.getPrivate().getEncoded());
    Pem.write(file("intermediate.crt.pem"), "CERTIFICATE", intermediate.getEncoded());
    Pem.write(
        file("intermediate.key.pem"), "PRIVATE KEY", intermediateKeys.getPrivate().getEncoded());
  }

  private static Chain checked(Chain chain) throws GeneralSecurityException {
    chain.root().verify(chain.root().getPublicKey());
    chain.intermediate().verify(chain.root().getPublicKey());
    chain.root().checkValidity();
    chain.intermediate().checkValidity();
    byte[] probe = {1};
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(chain.key());
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(chain.intermediate().getPublicKey());
    signature.update(probe);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the intermediate's key is not its certificate's");
    }
    return chain;
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static CertificateWriter.Validity validity(Duration duration) {
    Instant now = Instant.now();
    return new CertificateWriter.Validity(now.minus(Duration.ofHours(1)), now.plus(duration));
  }

  private Path file(String name) {
    return config.directory().resolve(name);
  }
}
