package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Welcome;

/** Reads the MLSMessages of a request, naming the field in whatever is wrong with them. */
final class MlsInput {
  private static final String WIRE_FORMAT = "wire-format";

  private MlsInput() {}

  static MlsMessage message(String field, Bytes bytes) throws UnfitMls {
    try {
      return MlsMessage.parse(mls(bytes));
    } catch (Malformed malformed) {
      throw new UnfitMls(Unfit.of(field, malformed));
    }
  }

  static PublicMessage publicMessage(String field, Bytes bytes) throws UnfitMls {
    if (message(field, bytes) instanceof MlsMessage.Public(PublicMessage read)) {
      return read;
    }
    throw new UnfitMls(Unfit.of(field, WIRE_FORMAT));
  }

  static GroupInfo groupInfo(String field, Bytes bytes) throws UnfitMls {
    if (message(field, bytes) instanceof MlsMessage.Info(GroupInfo read)) {
      return read;
    }
    throw new UnfitMls(Unfit.of(field, WIRE_FORMAT));
  }

  static Welcome welcome(String field, Bytes bytes) throws UnfitMls {
    if (message(field, bytes) instanceof MlsMessage.Welcoming(Welcome read)) {
      return read;
    }
    throw new UnfitMls(Unfit.of(field, WIRE_FORMAT));
  }

  static fr.liaison.mls.codec.Bytes mls(Bytes bytes) {
    return fr.liaison.mls.codec.Bytes.wrap(bytes.toArray());
  }

  static Bytes json(fr.liaison.mls.codec.Bytes bytes) {
    return Bytes.of(bytes.array());
  }
}
