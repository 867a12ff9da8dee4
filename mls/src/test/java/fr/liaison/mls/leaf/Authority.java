package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates as the directory does, and, where a test asks for it, wrong ones. */
final class Authority {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final KeyPair keys;
  private final X500Name name;
  final Bytes certificate;

  private Authority(KeyPair keys, X500Name name, Bytes certificate) {
    this.keys = keys;
    this.name = name;
    this.certificate = certificate;
  }

  static Authority root(String name) throws Exception {
    KeyPair keys = keys();
    X500Name subject = new X500Name("O=Liaison,CN=" + name);
    Wanted wanted = new Wanted();
    wanted.subject = subject;
    wanted.key = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    wanted.asAuthority();
    return new Authority(keys, subject, new Authority(keys, subject, Bytes.EMPTY).issue(wanted));
  }

  Authority intermediate(String called) throws Exception {
    KeyPair own = keys();
    X500Name subject = new X500Name("O=Liaison,CN=" + called);
    Wanted wanted = new Wanted();
    wanted.subject = subject;
    wanted.key = SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded());
    wanted.asAuthority();
    return new Authority(own, subject, issue(wanted));
  }

  /** What a certificate shall say: first right, then changed by a test. */
  static final class Wanted {
    X500Name subject = new X500Name("CN=Ada Lovelace,SERIALNUMBER=810001234567");
    SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(ED25519, new byte[32]);
    Instant from = NOW.minus(Duration.ofDays(10));
    Instant until = NOW.plus(Duration.ofDays(100));
    boolean authority;
    int usage = KeyUsage.digitalSignature;
    String[] uris = {"urn:liaison:device:0198c0de-0000-7000-8000-000000000001"};
    boolean unknownCritical;

    void asAuthority() {
      authority = true;
      usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
      uris = new String[0];
      until = NOW.plus(Duration.ofDays(3_000));
    }
  }

  private static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

  Bytes device(Bytes ed25519Key, Consumer<Wanted> change) throws Exception {
    Wanted wanted = new Wanted();
    wanted.key =
        ed25519Key.length() == 32
            ? new SubjectPublicKeyInfo(ED25519, ed25519Key.array())
            : new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(
                    new ASN1ObjectIdentifier("1.2.840.10045.2.1"),
                    new ASN1ObjectIdentifier("1.2.840.10045.3.1.7")),
                ed25519Key.array());
    change.accept(wanted);
    return issue(wanted);
  }

  private Bytes issue(Wanted wanted) throws Exception {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            BigInteger.valueOf(wanted.hashCode() & 0xFFFFL).add(BigInteger.ONE),
            Date.from(wanted.from),
            Date.from(wanted.until),
            wanted.subject,
            wanted.key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.authority));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage));
    if (wanted.uris.length > 0) {
      GeneralName[] names = new GeneralName[wanted.uris.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = new GeneralName(GeneralName.uniformResourceIdentifier, wanted.uris[i]);
      }
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    if (wanted.unknownCritical) {
      builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE);
    }
    return Bytes.of(
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
            .getEncoded());
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
