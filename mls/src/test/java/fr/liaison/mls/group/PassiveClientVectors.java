package fr.liaison.mls.group;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.message.Proposal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Writes {@code java-passive-client.json} in the format of the working group: groups of this
 * library that any other can follow as a member who only listens. Run its {@code main} with the
 * file to write; what it writes differs from run to run, because keys do.
 */
final class PassiveClientVectors {
  private static final int[] SUITES = {1, 1, 1, 1, 2, 2, 3, 3};
  private static final int EPOCHS = 12;
  private static final String LISTENER = "listener";

  private final ObjectMapper json = new ObjectMapper();
  private final Random random;
  private final CipherSuite suite;
  private final Map<Bytes, Secret> known = new HashMap<>();
  private int named;

  private PassiveClientVectors(CipherSuite suite, long seed) {
    this.suite = suite;
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode cases = json.createArrayNode();
    for (int i = 0; i < SUITES.length; i++) {
      cases.add(
          new PassiveClientVectors(CipherSuite.of(SUITES[i]).orElseThrow(), i).one(i % 2 == 0));
    }
    json.writerWithDefaultPrettyPrinter().writeValue(Path.of(arguments[0]).toFile(), cases);
  }

  private ObjectNode one(boolean treeInside) {
    ObjectNode vector = json.createObjectNode();
    vector.put("cipher_suite", suite.id());
    ArrayNode keys = vector.putArray("external_psks");
    for (String name : List.of("one", "two")) {
      Secret key = Secret.random(suite.hashLength());
      known.put(Scene.text(name), key);
      keys.addObject().put("psk_id", Scene.text(name).toHex()).put("psk", hex(key));
    }
    Room room = Room.of(this::person, "m0", "m1", "m2", "m3");
    named = 4;
    Scene.Person listener = room.person(LISTENER);
    OwnKeyPackage own =
        OwnKeyPackage.generate(
            suite,
            listener.key(),
            listener.identity(),
            Lifetime.from(Instant.now(), Duration.ofDays(90)));
    vector
        .put("key_package", own.message().toHex())
        .put("signature_priv", hex(listener.key().privateKey()))
        .put("encryption_priv", hex(own.leaf().privateKey()))
        .put("init_priv", hex(own.init().privateKey()));
    CommitRequest request = CommitRequest.of(Scene.add(own), psk("one"));
    PendingCommit pending = room.commit("m2", treeInside ? request : request.withoutTree());
    Optional<Bytes> tree = treeInside ? Optional.empty() : Optional.of(room.server().tree());
    Joining joining =
        Group.join(listener.client(), own, Scene.welcome(pending.welcome().orElseThrow()), tree);
    room.put(LISTENER, ((Joining.Joined) joining).group());
    room.agree();
    vector
        .put("welcome", pending.welcome().orElseThrow().toHex())
        .put("ratchet_tree", tree.map(Bytes::toHex).orElse(null))
        .put("initial_epoch_authenticator", room.group(LISTENER).epochAuthenticator().toHex());
    ArrayNode epochs = vector.putArray("epochs");
    for (int i = 0; i < EPOCHS; i++) {
      epoch(room, epochs.addObject());
    }
    return vector;
  }

  private void epoch(Room room, ObjectNode epoch) {
    ArrayNode proposals = epoch.putArray("proposals");
    List<String> others = room.names().stream().filter(name -> !name.equals(LISTENER)).toList();
    String actor = others.get(random.nextInt(others.size()));
    String proposer = others.get(random.nextInt(others.size()));
    boolean encrypted = random.nextInt(3) == 0;
    CommitRequest request = CommitRequest.of();
    switch (random.nextInt(6)) {
      case 0 -> request = CommitRequest.of(psk("two"));
      case 1 -> propose(room, proposer, encrypted, proposals);
      case 2 -> {
        String leaving = others.get(random.nextInt(others.size()));
        if (!leaving.equals(actor) && others.size() > 3) {
          request = CommitRequest.of(new Proposal.Remove(room.leafOf(leaving)));
        }
      }
      case 3, 4 -> {
        OwnKeyPackage own = room.person("m" + named).keyPackage();
        request = CommitRequest.of(Scene.add(own));
        PendingCommit pending = room.commit(actor, shape(request, encrypted));
        room.put("m" + named, Scene.join(room.person("m" + named), own, pending));
        named++;
        write(room, epoch, pending);
        return;
      }
      default -> {
        propose(room, proposer, encrypted, proposals);
        propose(room, others.getFirst(), encrypted, proposals);
      }
    }
    write(room, epoch, room.commit(actor, shape(request, encrypted)));
  }

  private static CommitRequest shape(CommitRequest request, boolean encrypted) {
    return encrypted ? request.asPrivateMessage() : request;
  }

  private static void propose(Room room, String by, boolean encrypted, ArrayNode proposals) {
    Proposing proposing = room.group(by).proposeUpdate(room.person(by).identity(), encrypted);
    proposals.add(((Proposing.Ready) proposing).message().toHex());
    room.propose(by, proposing);
  }

  private static void write(Room room, ObjectNode epoch, PendingCommit pending) {
    room.agree();
    epoch.put("commit", pending.commit().toHex());
    epoch.put("epoch_authenticator", room.group(LISTENER).epochAuthenticator().toHex());
  }

  private Proposal psk(String name) {
    return new Proposal.PreSharedKey(
        new PreSharedKeyId(
            new PreSharedKeyId.External(Scene.text(name)),
            Bytes.wrap(Secret.random(suite.hashLength()).array())));
  }

  private Scene.Person person(String name) {
    return Scene.person(suite, name)
        .with(
            new PreSharedKeys() {
              @Override
              public Optional<Secret> external(Bytes id) {
                return Optional.ofNullable(known.get(id));
              }

              @Override
              public Optional<Predecessor> resumption(Bytes groupId, long epoch) {
                return Optional.empty();
              }
            });
  }

  private static String hex(Secret secret) {
    return Bytes.of(secret.array()).toHex();
  }
}
