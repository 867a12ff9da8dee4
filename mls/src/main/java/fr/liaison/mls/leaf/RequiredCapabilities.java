package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import java.util.List;

/** The required_capabilities extension, RFC 9420 section 11.1: what every member must support. */
public record RequiredCapabilities(
    List<Integer> extensions, List<Integer> proposals, List<Integer> credentials)
    implements Encodable {
  public RequiredCapabilities {
    extensions = List.copyOf(extensions);
    proposals = List.copyOf(proposals);
    credentials = List.copyOf(credentials);
  }

  public static RequiredCapabilities read(TlsReader in) throws Malformed {
    return new RequiredCapabilities(
        in.vector(TlsReader::uint16), in.vector(TlsReader::uint16), in.vector(TlsReader::uint16));
  }

  @Override
  public void write(TlsWriter out) {
    out.vector(extensions, TlsWriter::uint16)
        .vector(proposals, TlsWriter::uint16)
        .vector(credentials, TlsWriter::uint16);
  }
}
