package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.Committed;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.acceptance.mls.TsClient.Processed;
import fr.liaison.acceptance.mls.TsClient.State;
import java.util.Optional;

/**
 * A client of either library and its place in one group. Between two calls nothing is kept that a
 * reload would lose, but for a commit that waits to be accepted. Messages are MLSMessages.
 */
interface Member {
  Library library();

  /** Its identity, and unique. */
  String name();

  byte[] keyPackage();

  void create(byte[] group, ExternalSender server);

  /** Pending until {@link #accept} or {@link #drop}. */
  Committed commit(Plan plan);

  /** Pending too; {@code resync} replaces our former leaf. */
  Committed joinExternally(byte[] groupInfo, boolean resync);

  void accept();

  void drop();

  byte[] propose(Proposal proposal, boolean encrypted);

  /** By a Welcome with the tree inside, or beside it. */
  void join(byte[] welcome, Optional<byte[]> tree);

  Processed process(byte[] message);

  /** Whether somebody who was removed still gets anything out of this message. */
  boolean understands(byte[] message);

  byte[] send(byte[] data, byte[] aad);

  /** Makes an external PSK known. */
  void know(byte[] psk, byte[] secret);

  State state();

  byte[] export(String label, byte[] context, int length);

  byte[] groupInfo();

  byte[] tree();
}
