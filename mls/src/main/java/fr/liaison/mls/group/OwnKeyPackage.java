package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.MlsMessage;

/** A key package we made, with the private halves that open a Welcome for it. */
public record OwnKeyPackage(KeyPackage keyPackage, HpkeKeyPair init, HpkeKeyPair leaf) {
  private static final int VERSION = 1;

  public static OwnKeyPackage generate(
      CipherSuite suite, Signer signer, LeafNode.Identity identity, Lifetime lifetime) {
    HpkeKeyPair init = suite.generateKeyPair();
    HpkeKeyPair leaf = suite.generateKeyPair();
    LeafNode node = LeafNode.packaged(suite, signer, leaf.publicKey(), identity, lifetime);
    KeyPackage keyPackage =
        KeyPackage.signed(suite, signer, init.publicKey(), node, Extensions.NONE);
    return new OwnKeyPackage(keyPackage, init, leaf);
  }

  /** The MLSMessage to publish. */
  public Bytes message() {
    return new MlsMessage.Keys(keyPackage).encoded();
  }

  /** Everything, private keys too, for a store that keeps secrets. */
  public Secret serialized() {
    TlsWriter out = new TlsWriter().uint8(VERSION).value(keyPackage);
    init.write(out);
    leaf.write(out);
    Secret serialized = Secret.taking(out.toArray());
    out.wipe();
    return serialized;
  }

  /** Reads what {@link #serialized} gave. */
  public static OwnKeyPackage restore(Secret serialized) throws Malformed {
    return TlsReader.whole(
        serialized.array(),
        in -> {
          if (in.uint8() != VERSION) {
            throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
          }
          return new OwnKeyPackage(KeyPackage.read(in), HpkeKeyPair.read(in), HpkeKeyPair.read(in));
        });
  }

  /** Wipes the private halves, once the Welcome was used and the group stored. */
  public void wipe() {
    init.privateKey().wipe();
    leaf.privateKey().wipe();
  }
}
