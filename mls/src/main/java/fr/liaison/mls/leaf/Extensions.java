package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A list of extensions in the order they came. */
public record Extensions(List<Extension> list) implements Encodable {
  public static final Extensions NONE = new Extensions(List.of());

  public Extensions {
    list = List.copyOf(list);
  }

  public static Extensions of(Extension... extensions) {
    return new Extensions(List.of(extensions));
  }

  public static Extensions read(TlsReader in) throws Malformed {
    return new Extensions(in.vector(Extension::read));
  }

  public Optional<Bytes> find(int type) {
    return list.stream().filter(one -> one.type() == type).map(Extension::data).findFirst();
  }

  /** The extension read by its own reader; refused when it is there and not readable. */
  public <T> Optional<T> find(int type, TlsReader.Item<T> reader) throws Refused {
    Optional<Bytes> data = find(type);
    if (data.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TlsReader.whole(data.get(), reader));
    } catch (Malformed e) {
      throw new Refused(Refusal.MALFORMED);
    }
  }

  public Extensions with(Extension extension) {
    return new Extensions(
        Stream.concat(
                list.stream().filter(one -> one.type() != extension.type()), Stream.of(extension))
            .toList());
  }

  /** Section 13.4: at most one extension of a type. */
  public boolean hasNoDuplicates() {
    return list.stream().map(Extension::type).distinct().count() == list.size();
  }

  @Override
  public void write(TlsWriter out) {
    out.vector(list);
  }
}
