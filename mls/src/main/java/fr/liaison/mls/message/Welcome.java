package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.HpkeCiphertext;
import java.util.List;
import java.util.Optional;

/** Welcome, RFC 9420 section 12.4.3.1: the way in for everybody a commit added. */
public record Welcome(int cipherSuite, List<Invitation> secrets, Bytes encryptedGroupInfo)
    implements Encodable {
  public Welcome {
    secrets = List.copyOf(secrets);
  }

  /** EncryptedGroupSecrets: for the holder of one key package. */
  public record Invitation(Bytes keyPackageReference, HpkeCiphertext sealed) implements Encodable {
    static Invitation read(TlsReader in) throws Malformed {
      return new Invitation(in.opaque(), HpkeCiphertext.read(in));
    }

    @Override
    public void write(TlsWriter out) {
      out.opaque(keyPackageReference).value(sealed);
    }
  }

  public static Welcome read(TlsReader in) throws Malformed {
    return new Welcome(in.uint16(), in.vector(Invitation::read), in.opaque());
  }

  public Optional<Invitation> invitationFor(Bytes keyPackageReference) {
    return secrets.stream()
        .filter(one -> one.keyPackageReference().equals(keyPackageReference))
        .findFirst();
  }

  @Override
  public void write(TlsWriter out) {
    out.uint16(cipherSuite).vector(secrets).opaque(encryptedGroupInfo);
  }
}
