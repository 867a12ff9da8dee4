package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.ProtocolVersion;

/** MLSMessage, RFC 9420 section 6: the outermost shape of everything on the wire. */
public sealed interface MlsMessage extends Encodable {
  record Public(PublicMessage message) implements MlsMessage {
    @Override
    public void write(TlsWriter out) {
      header(out, WireFormat.PUBLIC_MESSAGE).value(message);
    }
  }

  record Private(PrivateMessage message) implements MlsMessage {
    @Override
    public void write(TlsWriter out) {
      header(out, WireFormat.PRIVATE_MESSAGE).value(message);
    }
  }

  record Welcoming(Welcome welcome) implements MlsMessage {
    @Override
    public void write(TlsWriter out) {
      header(out, WireFormat.WELCOME).value(welcome);
    }
  }

  record Info(GroupInfo groupInfo) implements MlsMessage {
    @Override
    public void write(TlsWriter out) {
      header(out, WireFormat.GROUP_INFO).value(groupInfo);
    }
  }

  record Keys(KeyPackage keyPackage) implements MlsMessage {
    @Override
    public void write(TlsWriter out) {
      header(out, WireFormat.KEY_PACKAGE).value(keyPackage);
    }
  }

  static MlsMessage read(TlsReader in) throws Malformed {
    if (in.uint16() != ProtocolVersion.MLS10) {
      throw in.fault(Malformed.Fault.VERSION, 2);
    }
    return switch (in.uint16()) {
      case WireFormat.PUBLIC_MESSAGE -> new Public(PublicMessage.read(in));
      case WireFormat.PRIVATE_MESSAGE -> new Private(PrivateMessage.read(in));
      case WireFormat.WELCOME -> new Welcoming(Welcome.read(in));
      case WireFormat.GROUP_INFO -> new Info(GroupInfo.read(in));
      case WireFormat.KEY_PACKAGE -> new Keys(KeyPackage.read(in));
      default -> throw in.fault(Malformed.Fault.WIRE_FORMAT, 2);
    };
  }

  /** Reads one message that is the whole input. */
  static MlsMessage parse(Bytes input) throws Malformed {
    return TlsReader.whole(input, MlsMessage::read);
  }

  private static TlsWriter header(TlsWriter out, int wireFormat) {
    return out.uint16(ProtocolVersion.MLS10).uint16(wireFormat);
  }
}
