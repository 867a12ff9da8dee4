package fr.liaison.acceptance.javaclient;

import fr.liaison.client.api.Entry;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentReader;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.group.GroupDevice;
import fr.liaison.client.group.MakeCommit;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Settings;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Received;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The stored state of a device, as a removed one still has it, tried on whatever it captured. */
public final class OldState {
  private final GroupDevice member;
  private final Group group;

  private OldState(GroupDevice member, Group group) {
    this.member = member;
    this.group = group;
  }

  public static OldState of(JavaDevice device, ConversationId id) {
    Bytes senders =
        Bytes.parse(device.store().<String>read(r -> Settings.DELIVERY_KEY.read(r).orElseThrow()));
    Bytes state =
        device.store().<Bytes>read(reader -> Conversations.groupState(reader, id).orElseThrow());
    GroupDevice member =
        GroupDevice.of(device.device(), senders, InstantSource.system()).orElseThrow();
    return new OldState(member, member.restore(state).orElseThrow());
  }

  /** A commit made from it and not sent. */
  public StoredCommit commit() {
    return new MakeCommit(member).of(group, List.of()).orElseThrow();
  }

  /** Whether it opens this one entry, as it stands. */
  public boolean opens(Entry entry) {
    return group.receive(Wire.mls(entry.payload())) instanceof Received.Message;
  }

  /** The texts it can read, taking every entry it can follow. */
  public List<String> read(List<Entry> log) {
    List<String> texts = new ArrayList<>();
    Group now = group;
    for (Entry entry : log) {
      switch (now.receive(Wire.mls(entry.payload()))) {
        case Received.Message message -> {
          now = message.next();
          if (ContentReader.read(Wire.json(message.data()))
              instanceof Decoded.Known(Content.Text text)) {
            texts.add(text.text());
          }
        }
        case Received.Committed committed -> now = committed.next();
        case Received.Proposed proposed -> now = proposed.next();
        case Received.OwnCommit own -> {}
        case Received.RemovedFromGroup removed -> {}
        case Received.Refused refused -> {}
      }
    }
    return texts;
  }
}
