package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;

/** A signature key held in memory. */
public final class SignatureKeyPair implements Signer {
  private final SignatureScheme scheme;
  private final Bytes publicKey;
  private final Secret privateKey;

  private SignatureKeyPair(SignatureScheme scheme, Bytes publicKey, Secret privateKey) {
    this.scheme = scheme;
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  public static SignatureKeyPair generate(CipherSuite suite) {
    return of(suite, suite.scheme().generate());
  }

  /** From the raw private key: an Ed25519 seed or a P-256 scalar, 32 bytes both. */
  public static SignatureKeyPair of(CipherSuite suite, Secret privateKey) {
    SignatureScheme scheme = suite.scheme();
    return new SignatureKeyPair(scheme, scheme.publicKey(privateKey), privateKey);
  }

  @Override
  public Bytes publicKey() {
    return publicKey;
  }

  public Secret privateKey() {
    return privateKey;
  }

  @Override
  public byte[] sign(byte[] content) {
    return scheme.sign(privateKey, publicKey, content);
  }
}
