package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Hostile bytes against everything that reads them: what does not parse is Malformed, what parses
 * is an outcome, and nothing that was changed is believed. Runs for {@code liaison.fuzz.seconds}
 * (60); {@code liaison.fuzz.seed} repeats a run.
 */
class MlsFuzzTest {
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("liaison.fuzz.seconds", 60));
  private static final long SEED = Long.getLong("liaison.fuzz.seed", System.nanoTime());

  private final List<Bytes> corpus = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  /** One situation that messages are fed to, and what is genuine in it. */
  private record Target(
      Scene.Person reader,
      Insider ada,
      Group group,
      PublicGroup server,
      OwnKeyPackage own,
      List<Bytes> genuine) {}

  @Test
  void nothingHostileGetsThroughAndNothingBreaks() throws IOException {
    vectors();
    for (CipherSuite suite : CipherSuite.values()) {
      targets.add(target(suite));
    }
    targets.forEach(one -> corpus.addAll(one.genuine()));
    Random random = new Random(SEED);
    Mutations mutations = new Mutations(random, corpus);
    long end = System.nanoTime() + LENGTH.toNanos();
    long rounds = 0;
    while (System.nanoTime() < end) {
      Target target = targets.get(random.nextInt(targets.size()));
      boolean live = random.nextInt(3) > 0;
      List<Bytes> from = live ? target.genuine() : corpus;
      Bytes genuine = from.get(random.nextInt(from.size()));
      Bytes hostile = mutations.of(genuine);
      try {
        message(target, hostile, live && !hostile.equals(genuine));
        state(target, mutations, random);
        Insider.attack(target.ada(), target.group(), target.server(), mutations, random);
      } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError(
            "seed "
                + SEED
                + ", round "
                + rounds
                + ", suite "
                + target.reader().suite().id()
                + ", input "
                + hostile.toHex(),
            e);
      }
      rounds++;
    }
    System.out.println("MlsFuzz: seed " + SEED + ", " + rounds + " rounds");
    assertThat(rounds).isPositive();
  }

  /** Feeds a message to every face that takes it. */
  private static void message(Target target, Bytes hostile, boolean changed) {
    MlsMessage parsed;
    try {
      parsed = MlsMessage.parse(hostile);
    } catch (Malformed e) {
      assertThat(target.group().receive(hostile)).isInstanceOf(Received.Refused.class);
      return;
    }
    assertThat(parsed.encoded()).isEqualTo(hostile);
    Received received = target.group().receive(parsed);
    if (changed) {
      assertThat(received).as("received").isInstanceOf(Received.Refused.class);
    }
    switch (parsed) {
      case MlsMessage.Public open -> {
        Following following = target.server().follow(open.message());
        if (changed && !(following instanceof Following.Refused)) {
          // A server cannot check the tags, and nothing else may differ.
          assertThat(target.genuine().stream().filter(MlsFuzzTest::isPublic))
              .anyMatch(one -> sameButTags(one, open));
        }
      }
      case MlsMessage.Info info -> {
        info(target, info.groupInfo(), changed);
      }
      case MlsMessage.Welcoming welcome -> {
        Joining joining =
            Group.join(target.reader().client(), target.own(), welcome.welcome(), Optional.empty());
        if (changed && joining instanceof Joining.Joined joined) {
          // An invitation for somebody else may have been changed: ours was not.
          assertThat(joined.group().epoch()).isEqualTo(target.group().epoch() + 1);
        }
      }
      case MlsMessage.Private ignored -> {}
      case MlsMessage.Keys keys -> {
        Committing committing =
            target.group().commit(CommitRequest.of(new Proposal.Add(keys.keyPackage())));
        assertThat(!changed || committing instanceof Committing.Refused).isTrue();
      }
    }
  }

  private static void info(Target target, GroupInfo info, boolean changed) {
    Optional<?> checked = target.server().check(info);
    Opening opening = PublicGroup.open(info, Optional.empty(), Scene.ANYBODY);
    ExternalJoining joining =
        Group.joinExternally(
            target.reader().client(), target.reader().keyPackage(), info, Optional.empty());
    if (changed) {
      assertThat(checked).isPresent();
      assertThat(opening).isInstanceOf(Opening.Refused.class);
      assertThat(joining).isInstanceOf(ExternalJoining.Refused.class);
    }
  }

  /** Stored states are ours, but a damaged one must still be noticed or harmless. */
  private static void state(Target target, Mutations mutations, Random random) {
    if (random.nextInt(10) > 0) {
      return;
    }
    Bytes state = Bytes.of(target.group().serialized().array());
    try {
      Group.restore(target.reader().client(), Secret.copyOf(mutations.of(state)));
    } catch (Malformed expected) {
      assertThat(expected.fault()).isNotNull();
    }
    try {
      PublicGroup.restore(mutations.of(target.server().serialized()), Scene.ANYBODY);
      OwnKeyPackage.restore(
          Secret.copyOf(mutations.of(Bytes.of(target.own().serialized().array()))));
    } catch (Malformed expected) {
      assertThat(expected.offset()).isNotNegative();
    }
  }

  private static boolean isPublic(Bytes message) {
    return Scene.parse(message) instanceof MlsMessage.Public;
  }

  private static boolean sameButTags(Bytes genuine, MlsMessage.Public open) {
    var other = Scene.publicMessage(genuine);
    return other.framed().equals(open.message().framed())
        && other.auth().signature().equals(open.message().auth().signature());
  }

  private void vectors() throws IOException {
    for (JsonNode vector : Vectors.all("messages")) {
      for (JsonNode field : vector) {
        corpus.add(Bytes.fromHex(field.asText()));
      }
    }
    try (InputStream in = getClass().getResourceAsStream("/vectors/ts-mls-passive-client.json")) {
      for (JsonNode vector :
          new com.fasterxml.jackson.databind.ObjectMapper().readTree(Objects.requireNonNull(in))) {
        corpus.add(Vectors.bytes(vector, "key_package"));
        corpus.add(Vectors.bytes(vector, "welcome"));
        vector.get("epochs").forEach(epoch -> corpus.add(Vectors.bytes(epoch, "commit")));
      }
    }
  }

  /** A group of five in mid-epoch, and everything that could reach one of them next. */
  private static Target target(CipherSuite suite) {
    Room room = Room.of(suite, "ada", "ben", "cleo", "dora", "eve");
    room.commit("cleo", CommitRequest.of());
    List<Bytes> genuine = new ArrayList<>();
    Group ada = room.group("ada");
    genuine.add(Scene.send(ada, "hello").message());
    genuine.add(Scene.commit(ada).commit());
    genuine.add(Scene.ready(ada.commit(CommitRequest.of().asPrivateMessage())).commit());
    genuine.add(Scene.commit(ada, new Proposal.Remove(room.leafOf("eve"))).commit());
    OwnKeyPackage fay = room.person("fay").keyPackage();
    PendingCommit adding = Scene.commit(ada, Scene.add(fay));
    genuine.add(adding.commit());
    genuine.add(adding.welcome().orElseThrow());
    genuine.add(ada.groupInfo(true));
    genuine.add(fay.message());
    genuine.add(
        ((Proposing.Ready) ada.proposeUpdate(room.person("ada").identity(), false)).message());
    Scene.Person gil = room.person("gil");
    ExternalJoining joining =
        Group.joinExternally(
            gil.client(), gil.keyPackage(), Scene.groupInfo(ada.groupInfo(true)), Optional.empty());
    genuine.add(((ExternalJoining.Ready) joining).commit());
    return new Target(
        new Scene.Person(
            suite,
            room.person("ben").key(),
            room.person("ben").identity(),
            room.person("ben").client()),
        new Insider(room.person("ada"), ada, genuine),
        room.group("ben"),
        room.server(),
        fay,
        genuine);
  }
}
