package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import java.util.List;

/** Capabilities, RFC 9420 section 7.2: the raw numbers, GREASE and unknown ones included. */
public record Capabilities(
    List<Integer> versions,
    List<Integer> cipherSuites,
    List<Integer> extensions,
    List<Integer> proposals,
    List<Integer> credentials)
    implements Encodable {
  /** The types every implementation has (section 7.2): add to remove, and the RFC's extensions. */
  private static final int LAST_DEFAULT_PROPOSAL = 7;

  public Capabilities {
    versions = List.copyOf(versions);
    cipherSuites = List.copyOf(cipherSuites);
    extensions = List.copyOf(extensions);
    proposals = List.copyOf(proposals);
    credentials = List.copyOf(credentials);
  }

  /** What this library can do in one suite, with one kind of credential. */
  public static Capabilities of(CipherSuite suite, int... credentialTypes) {
    return new Capabilities(
        List.of(ProtocolVersion.MLS10),
        List.of(suite.id()),
        List.of(),
        List.of(),
        java.util.Arrays.stream(credentialTypes).boxed().toList());
  }

  public static Capabilities read(TlsReader in) throws Malformed {
    return new Capabilities(
        in.vector(TlsReader::uint16),
        in.vector(TlsReader::uint16),
        in.vector(TlsReader::uint16),
        in.vector(TlsReader::uint16),
        in.vector(TlsReader::uint16));
  }

  public boolean supportsExtension(int type) {
    return ExtensionType.isDefault(type) || extensions.contains(type);
  }

  public boolean supportsProposal(int type) {
    return (type > 0 && type <= LAST_DEFAULT_PROPOSAL) || proposals.contains(type);
  }

  public boolean supportsCredential(int type) {
    return credentials.contains(type);
  }

  public boolean supports(Extensions used) {
    return used.list().stream().map(Extension::type).allMatch(this::supportsExtension);
  }

  public boolean supports(RequiredCapabilities required) {
    return required.extensions().stream().allMatch(this::supportsExtension)
        && required.proposals().stream().allMatch(this::supportsProposal)
        && required.credentials().stream().allMatch(this::supportsCredential);
  }

  @Override
  public void write(TlsWriter out) {
    out.vector(versions, TlsWriter::uint16)
        .vector(cipherSuites, TlsWriter::uint16)
        .vector(extensions, TlsWriter::uint16)
        .vector(proposals, TlsWriter::uint16)
        .vector(credentials, TlsWriter::uint16);
  }
}
