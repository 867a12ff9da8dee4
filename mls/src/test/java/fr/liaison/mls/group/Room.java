package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.message.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One group with everybody in it and the server beside it. Whatever one does, all others receive,
 * each after its state was stored and read again; afterwards all must agree.
 */
final class Room {
  private final Function<String, Scene.Person> maker;
  private final Map<String, Scene.Person> people = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private PublicGroup server;

  private Room(Function<String, Scene.Person> maker, String name, ExternalSender... senders) {
    this.maker = maker;
    Scene.Person founder = maker.apply(name);
    people.put(name, founder);
    Group group = founder.create("room", senders);
    groups.put(name, group);
    server = Scene.open(group.groupInfo(true));
  }

  static Room of(CipherSuite suite, String founder, String... others) {
    return of(name -> Scene.person(suite, name), founder, others);
  }

  /** Of people that somebody else makes. */
  static Room of(Function<String, Scene.Person> maker, String founder, String... others) {
    Room room = new Room(maker, founder);
    if (others.length > 0) {
      room.add(founder, others);
    }
    return room;
  }

  static Room of(String founder, String... others) {
    return of(Scene.SUITE, founder, others);
  }

  static Room watchedBy(ExternalSender sender, String founder, String... others) {
    Room room = new Room(Scene::person, founder, sender);
    room.add(founder, others);
    return room;
  }

  Group group(String name) {
    Group group = groups.get(name);
    if (group == null) {
      throw new NoSuchElementException(name);
    }
    return group;
  }

  Scene.Person person(String name) {
    return people.computeIfAbsent(name, maker);
  }

  PublicGroup server() {
    return server;
  }

  List<String> names() {
    return List.copyOf(groups.keySet());
  }

  int leafOf(String name) {
    return group(name).ownLeaf();
  }

  void put(String name, Group group) {
    groups.put(name, group);
  }

  void add(String by, String... names) {
    add(by, CommitRequest.of(), names);
  }

  /** One commit that adds them all, and their joining. */
  void add(String by, CommitRequest shape, String... names) {
    List<OwnKeyPackage> packages = new ArrayList<>();
    List<Proposal> adds = new ArrayList<>();
    for (String name : names) {
      OwnKeyPackage own = person(name).keyPackage();
      packages.add(own);
      adds.add(Scene.add(own));
    }
    PendingCommit pending =
        commit(
            by,
            new CommitRequest(
                adds,
                shape.held(),
                shape.path(),
                shape.encrypted(),
                shape.treeInside(),
                shape.authenticatedData()));
    for (int i = 0; i < names.length; i++) {
      Optional<Bytes> tree = shape.treeInside() ? Optional.empty() : Optional.of(server.tree());
      Joining joining =
          Group.join(
              person(names[i]).client(),
              packages.get(i),
              Scene.welcome(pending.welcome().orElseThrow()),
              tree);
      assertThat(joining).isInstanceOf(Joining.Joined.class);
      groups.put(names[i], ((Joining.Joined) joining).group());
    }
    agree();
  }

  /** Commits and lets everybody follow; those who were removed are gone afterwards. */
  PendingCommit commit(String by, CommitRequest request) {
    PendingCommit pending = Scene.ready(group(by).commit(request));
    deliver(by, pending);
    return pending;
  }

  /** What happens when the server accepts a commit. */
  void deliver(String by, PendingCommit pending) {
    Group before = group(by);
    spread(by, pending.commit(), pending.groupInfo());
    Group after = pending.adopt(before);
    before.retire(after);
    groups.put(by, after);
  }

  /** An external commit that was accepted. */
  void enter(String name, ExternalJoining.Ready joining) {
    groups.remove(name);
    spread(name, joining.commit(), joining.groupInfo());
    groups.put(name, joining.group());
    agree();
  }

  private void spread(String except, Bytes commit, Bytes groupInfo) {
    if (Scene.parse(commit) instanceof fr.liaison.mls.message.MlsMessage.Public open) {
      server = Scene.advanced(server.follow(open.message())).next();
      assertThat(server.check(Scene.groupInfo(groupInfo))).isEmpty();
    } else {
      server = Scene.open(groupInfo);
    }
    for (String name : names()) {
      if (name.equals(except)) {
        continue;
      }
      Received received = Scene.reloaded(person(name), group(name)).receive(commit);
      if (received instanceof Received.RemovedFromGroup) {
        groups.remove(name);
      } else {
        Group next = Scene.committed(received);
        group(name).retire(next);
        groups.put(name, next);
      }
    }
  }

  /** A proposal of somebody, received by everybody. */
  HeldProposal propose(String by, Proposing proposing) {
    assertThat(proposing).isInstanceOf(Proposing.Ready.class);
    Proposing.Ready ready = (Proposing.Ready) proposing;
    groups.put(by, ready.next());
    hand(ready.message(), by);
    return ready.proposal();
  }

  /** A proposal from wherever, received by everybody else. */
  void hand(Bytes proposal, String... except) {
    if (Scene.parse(proposal) instanceof fr.liaison.mls.message.MlsMessage.Public open) {
      Following following = server.follow(open.message());
      assertThat(following).isInstanceOf(Following.Proposed.class);
      server = ((Following.Proposed) following).next();
    }
    for (String name : names()) {
      if (!List.of(except).contains(name)) {
        Received received = group(name).receive(proposal);
        assertThat(received).isInstanceOf(Received.Proposed.class);
        groups.put(name, ((Received.Proposed) received).next());
      }
    }
  }

  /** Somebody says something and everybody else reads it. */
  void say(String by, String text) {
    Sending.Sealed sealed = Scene.send(group(by), text);
    groups.put(by, sealed.next());
    for (String name : names()) {
      if (!name.equals(by)) {
        Received.Message read = Scene.message(group(name).receive(sealed.message()));
        assertThat(read.data()).isEqualTo(Scene.text(text));
        assertThat(read.senderLeaf()).isEqualTo(leafOf(by));
        groups.put(name, read.next());
      }
    }
  }

  /** Whether all are in the same epoch and the server sees what they see. */
  void agree() {
    Bytes expected = groups.values().iterator().next().epochAuthenticator();
    groups.forEach(
        (name, group) -> {
          assertThat(group.epochAuthenticator()).as(name).isEqualTo(expected);
          assertThat(group.context()).as(name).isEqualTo(server.context());
          assertThat(group.tree()).as(name).isEqualTo(server.tree());
        });
    assertThat(server.members()).hasSize(groups.size());
  }
}
