package fr.liaison.mls.message;

import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.tree.UpdatePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commit, RFC 9420 section 12.4: the step from one epoch to the next. */
public record Commit(List<ProposalOrRef> proposals, @Nullable UpdatePath path)
    implements Encodable {
  public Commit {
    proposals = List.copyOf(proposals);
  }

  public static Commit read(TlsReader in) throws Malformed {
    return new Commit(in.vector(ProposalOrRef::read), in.optional(UpdatePath::read));
  }

  @Override
  public void write(TlsWriter out) {
    out.vector(proposals).optional(path);
  }
}
