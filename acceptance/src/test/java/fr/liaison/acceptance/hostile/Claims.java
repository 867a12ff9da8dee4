package fr.liaison.acceptance.hostile;

import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.WireFormat;
import java.util.List;
import java.util.stream.Stream;

/** A few bytes that say a gigabyte follows, at every place where a length may stand. */
public final class Claims {
  /** The largest length there is: 2^30 - 1. */
  private static final byte[] GIGABYTE = {(byte) 0xbf, (byte) 0xff, (byte) 0xff, (byte) 0xff};

  private Claims() {}

  public static List<Bytes> ofAGigabyte(ConversationId group) {
    return Stream.of(
            begin(WireFormat.PUBLIC_MESSAGE),
            begin(WireFormat.PUBLIC_MESSAGE)
                .opaque(Wire.groupId(group))
                .uint64(1)
                .uint8(1)
                .uint32(0),
            begin(WireFormat.PRIVATE_MESSAGE),
            begin(WireFormat.PRIVATE_MESSAGE).opaque(Wire.groupId(group)).uint64(1).uint8(1),
            begin(WireFormat.WELCOME).uint16(1),
            begin(WireFormat.WELCOME).uint16(1).uint8(0),
            begin(WireFormat.GROUP_INFO).uint16(1).uint16(1),
            begin(WireFormat.GROUP_INFO).uint16(1).uint16(1).opaque(Wire.groupId(group)).uint64(0),
            begin(WireFormat.KEY_PACKAGE).uint16(1).uint16(1))
        .map(claim -> Bytes.of(claim.raw(GIGABYTE).toArray()))
        .toList();
  }

  private static TlsWriter begin(int wireFormat) {
    return new TlsWriter().uint16(ProtocolVersion.MLS10).uint16(wireFormat);
  }
}
