package fr.liaison.acceptance.hostile;

import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.group.Wire;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import fr.liaison.mls.message.PublicMessage;

/** Genuine messages that say another epoch. */
public final class Falsified {
  private Falsified() {}

  public static Bytes message(fr.liaison.mls.codec.Bytes sealed, long epoch) {
    PrivateMessage genuine = ((MlsMessage.Private) BareDevice.parse(sealed)).message();
    return Wire.json(
        new MlsMessage.Private(
                new PrivateMessage(
                    genuine.groupId(),
                    epoch,
                    genuine.contentType(),
                    genuine.authenticatedData(),
                    genuine.encryptedSenderData(),
                    genuine.ciphertext()))
            .encoded());
  }

  public static CommitBundle commit(CommitBundle bundle, long epoch) {
    PublicMessage genuine =
        ((MlsMessage.Public) BareDevice.parse(Wire.mls(bundle.commit()))).message();
    FramedContent framed = genuine.framed();
    FramedContent moved =
        new FramedContent(
            framed.groupId(), epoch, framed.sender(), framed.authenticatedData(), framed.content());
    return new CommitBundle(
        Wire.json(
            new MlsMessage.Public(new PublicMessage(moved, genuine.auth(), genuine.membershipTag()))
                .encoded()),
        bundle.welcome(),
        bundle.groupInfo());
  }
}
