package fr.liaison.client.group;

import fr.liaison.client.device.DeviceKey;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root that certifies devices and signers of cards as the directory does. */
public final class TestAuthority {
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final X500Name NAME = new X500Name("CN=Racine de test");

  private final KeyPair keys;
  private final Bytes root;

  public TestAuthority() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    SubjectPublicKeyInfo own = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    root = issue(NAME, own, Duration.ofDays(3_000), null);
  }

  public EnrolledDevice enrol(String name, String nationalId, Duration valid) throws Exception {
    return enrol(name, nationalId, new PractitionerId(UUID.randomUUID()), valid);
  }

  /** A further device of somebody. */
  public EnrolledDevice enrol(
      String name, String nationalId, PractitionerId practitioner, Duration valid)
      throws Exception {
    DeviceKey key = DeviceKey.generate();
    UUID id = UUID.randomUUID();
    Bytes certificate =
        issue(
            new X500Name("CN=" + name + ",SERIALNUMBER=" + nationalId),
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                key.publicKey().toArray()),
            valid,
            "urn:liaison:device:" + id);
    return new EnrolledDevice(
        new DeviceId(id),
        practitioner,
        key.publicKey(),
        key.seed(),
        List.of(certificate),
        root,
        NOW.plus(valid));
  }

  /** The same device with a certificate that lasts so long. */
  public EnrolledDevice renew(EnrolledDevice device, String nationalId, Duration valid)
      throws Exception {
    Bytes certificate =
        issue(
            new X500Name("CN=P,SERIALNUMBER=" + nationalId),
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                device.publicKey().toArray()),
            valid,
            "urn:liaison:device:" + device.id());
    return device.certified(List.of(certificate), NOW.plus(valid));
  }

  /** Valid from ten days before {@link #NOW}. */
  public Bytes cardSigner(PublicKey key, Duration valid) throws Exception {
    return issue(
        new X500Name("CN=Fiches de test"),
        SubjectPublicKeyInfo.getInstance(key.getEncoded()),
        valid,
        "urn:liaison:card-signer");
  }

  public Bytes root() {
    return root;
  }

  private Bytes issue(X500Name subject, SubjectPublicKeyInfo key, Duration valid, String uri)
      throws Exception {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            NAME,
            BigInteger.valueOf(Math.abs(subject.hashCode()) + 1L),
            Date.from(NOW.minus(Duration.ofDays(10))),
            Date.from(NOW.plus(valid)),
            subject,
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(uri == null));
    if (uri != null) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
    }
    return Bytes.of(
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
            .getEncoded());
  }
}
