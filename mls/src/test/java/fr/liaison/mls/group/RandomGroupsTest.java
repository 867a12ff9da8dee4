package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random groups, seeded: what holds after whatever members do. */
class RandomGroupsTest {
  private static final int MOST = 12;

  @ParameterizedTest
  @CsvSource({"1, 90", "2, 60", "3, 60"})
  void allAgreeAfterEveryStepAndTheRemovedFollowNoMore(int suite, int steps) {
    Random random = new Random(suite * 1_000L);
    Room room = Room.of(CipherSuite.of(suite).orElseThrow(), "m0", "m1");
    Map<String, Group> gone = new TreeMap<>();
    int next = 2;
    for (int step = 0; step < steps; step++) {
      List<String> names = room.names();
      String actor = names.get(random.nextInt(names.size()));
      switch (names.size() < 3 ? random.nextInt(3) : random.nextInt(9)) {
        case 0, 1 -> {
          String[] added = new String[names.size() < MOST ? 1 + random.nextInt(3) : 0];
          for (int i = 0; i < added.length; i++) {
            added[i] = "m" + next++;
          }
          CommitRequest shape = shape(random);
          if (added.length > 0) {
            room.add(actor, shape, added);
          }
        }
        case 2 -> room.commit(actor, shape(random));
        case 3, 4 -> {
          String victim = names.get(random.nextInt(names.size()));
          if (!victim.equals(actor)) {
            gone.put(victim, room.group(victim));
            room.commit(actor, CommitRequest.of(new Proposal.Remove(room.leafOf(victim))));
          }
        }
        case 5 ->
            room.propose(
                actor, room.group(actor).proposeUpdate(room.person(actor).identity(), false));
        case 6 -> {
          String victim = names.get(random.nextInt(names.size()));
          gone.put(victim, room.group(victim));
          room.propose(
              actor, room.group(actor).propose(new Proposal.Remove(room.leafOf(victim)), false));
          String committer = names.get(random.nextInt(names.size()));
          room.commit(committer, CommitRequest.of());
        }
        case 7 -> {
          String name = random.nextBoolean() ? actor : "m" + next++;
          Group witness = room.group(names.get(names.indexOf(actor) == 0 ? 1 : 0));
          room.enter(name, enter(room, name, witness));
        }
        default -> {
          if (room.group(actor).proposals().isEmpty()) {
            room.say(actor, "step " + step);
          }
        }
      }
      room.agree();
      gone.keySet().removeAll(room.names());
      PendingCommit probe = Scene.commit(room.group(room.names().getFirst()));
      for (Group left : gone.values()) {
        assertThat(left.receive(probe.commit())).isInstanceOf(Received.Refused.class);
        if (room.group(room.names().getFirst()).send(Scene.text("x"), Bytes.EMPTY)
            instanceof Sending.Sealed sealed) {
          assertThat(left.receive(sealed.message())).isInstanceOf(Received.Refused.class);
        }
      }
    }
    assertThat(next).isGreaterThan(10);
  }

  @Test
  void theOrderOfDeliveryWithinAnEpochDoesNotMatter() {
    for (long seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      Room room = Room.of("ada", "ben", "cleo");
      List<Bytes> sent = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String by = i % 2 == 0 ? "ada" : "ben";
        Sending.Sealed sealed = Scene.send(room.group(by), by + i);
        room.put(by, sealed.next());
        sent.add(sealed.message());
      }
      Collections.shuffle(sent, random);
      Set<Bytes> read = new HashSet<>();
      Group cleo = room.group("cleo");
      for (Bytes message : sent) {
        Received.Message one = Scene.message(cleo.receive(message));
        read.add(one.data());
        cleo = random.nextBoolean() ? Scene.reloaded(room.person("cleo"), one.next()) : one.next();
      }
      assertThat(read).hasSize(30);
      assertThat(cleo.receive(sent.getFirst()))
          .isEqualTo(new Received.Refused(Refusal.KEY_CONSUMED));
    }
  }

  @Test
  void aRetiredStateIsWipedAndItsSuccessorWorks() {
    Room room = Room.of("ada", "ben");
    Group before = room.group("ben");
    Group after = Scene.committed(before.receive(Scene.commit(room.group("ada")).commit()));
    List<Secret> old = secrets(before);
    List<Secret> kept = secrets(after);
    before.retire(after);
    assertThat(kept).noneMatch(Secret::isWiped);
    assertThat(old).anyMatch(Secret::isWiped);
    for (Secret secret : old) {
      assertThat(secret.isWiped()).isEqualTo(kept.stream().noneMatch(one -> one == secret));
    }
    assertThatThrownBy(() -> before.commit(CommitRequest.of()))
        .isInstanceOf(IllegalStateException.class);
    Scene.send(after, "and on");
    after.wipe();
    assertThat(secrets(after)).allMatch(Secret::isWiped);
  }

  @Test
  void theStateDoesNotGrowWithTime() {
    Room room = Room.of("ada", "ben", "cleo", "dora");
    int largest = 0;
    for (int i = 0; i < 60; i++) {
      String by = room.names().get(i % 4);
      room.say(by, "message " + i);
      room.commit(by, CommitRequest.of());
      int size = room.group("ada").serialized().length();
      if (i < 12) {
        largest = Math.max(largest, size);
      } else {
        assertThat(size).isLessThan(largest + 600);
      }
    }
  }

  @Test
  void keysOfMessagesThatNeverCameAreBounded() {
    Room room = Room.of("ada", "ben");
    Group ada = room.group("ada");
    Group ben = room.group("ben");
    for (int burst = 0; burst < 4; burst++) {
      for (int i = 0; i < 700; i++) {
        ada = Scene.send(ada, "lost").next();
      }
      Sending.Sealed sealed = Scene.send(ada, "arrived");
      ada = sealed.next();
      ben = Scene.message(ben.receive(sealed.message())).next();
    }
    assertThat(ben.serialized().length()).isLessThan(60_000);
  }

  private static List<Secret> secrets(Group group) {
    List<Secret> all = new ArrayList<>();
    group.state().secrets(all::add);
    return all;
  }

  private static CommitRequest shape(Random random) {
    CommitRequest request = CommitRequest.of();
    if (random.nextInt(3) == 0) {
      request = request.withoutForcedPath();
    }
    if (random.nextInt(4) == 0) {
      request = request.asPrivateMessage();
    }
    return random.nextInt(4) == 0 ? request.withoutTree() : request;
  }

  private static ExternalJoining.Ready enter(Room room, String name, Group witness) {
    Scene.Person person = room.person(name);
    ExternalJoining joining =
        Group.joinExternally(
            person.client(),
            person.keyPackage(),
            Scene.groupInfo(witness.groupInfo(true)),
            Optional.empty());
    assertThat(joining).isInstanceOf(ExternalJoining.Ready.class);
    return (ExternalJoining.Ready) joining;
  }
}
