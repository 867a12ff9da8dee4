package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import java.util.List;

/** Credential, RFC 9420 section 5.3: who a signature key is claimed to belong to. */
public sealed interface Credential extends Encodable {
  int BASIC = 1;
  int X509 = 2;

  int type();

  /** A bare identity, worth what the application knows about it. */
  record Basic(Bytes identity) implements Credential {
    @Override
    public int type() {
      return BASIC;
    }

    @Override
    public void write(TlsWriter out) {
      out.uint16(BASIC).opaque(identity);
    }
  }

  /** A chain of DER certificates, the holder's first. */
  record X509(List<Bytes> certificates) implements Credential {
    public X509 {
      certificates = List.copyOf(certificates);
    }

    @Override
    public int type() {
      return Credential.X509;
    }

    @Override
    public void write(TlsWriter out) {
      out.uint16(Credential.X509).vector(certificates, TlsWriter::opaque);
    }
  }

  static Credential read(TlsReader in) throws Malformed {
    return switch (in.uint16()) {
      case BASIC -> new Basic(in.opaque());
      case X509 -> new X509(in.vector(TlsReader::opaque));
      // Nothing says where an unknown credential ends.
      default -> throw in.fault(Malformed.Fault.CREDENTIAL_TYPE, 2);
    };
  }
}
