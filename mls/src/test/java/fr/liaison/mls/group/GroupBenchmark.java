package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafRules;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times of what members and servers do, in trees where sixteen spread members have committed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class GroupBenchmark {
  private static final int COMMITTERS = 16;

  @Param({"2", "10", "100", "500"})
  public int members;

  private final Scene.Person founder = Scene.person("founder");
  private final Scene.Person newcomer = Scene.person("newcomer");
  private final OwnKeyPackage own = newcomer.keyPackage();
  private final List<Proposal> fifty = new ArrayList<>();
  private final Bytes kilobyte = Bytes.wrap(new byte[1024]);
  private Group group;
  private Group other;
  private PendingCommit commit;
  private PendingCommit adding;
  private Bytes message;
  private Bytes stored;
  private PublicMessage open;

  @Setup
  public void warm() {
    for (int i = 0; i < 50; i++) {
      fifty.add(Scene.add(Scene.person("n" + i).keyPackage()));
    }
    List<Scene.Person> people = new ArrayList<>();
    List<OwnKeyPackage> packages = new ArrayList<>();
    List<Proposal> adds = new ArrayList<>();
    for (int i = 1; i < members; i++) {
      people.add(Scene.person("m" + i));
      packages.add(people.getLast().keyPackage());
      adds.add(Scene.add(packages.getLast()));
    }
    Group empty = founder.create("g");
    PendingCommit first = Scene.ready(empty.commit(CommitRequest.of(adds)));
    List<Group> groups = new ArrayList<>();
    groups.add(first.adopt(empty));
    int step = Math.max(1, adds.size() / COMMITTERS);
    for (int i = 0; i < adds.size() && groups.size() <= COMMITTERS; i += step) {
      groups.add(Scene.join(people.get(i), packages.get(i), first));
    }
    for (int by = 0; by < groups.size(); by++) {
      PendingCommit one = Scene.commit(groups.get(by));
      for (int i = 0; i < groups.size(); i++) {
        groups.set(
            i,
            i == by
                ? one.adopt(groups.get(i))
                : Scene.committed(groups.get(i).receive(one.commit())));
      }
    }
    group = groups.getFirst();
    other = groups.getLast();
    commit = Scene.commit(group);
    adding = Scene.commit(group, Scene.add(own));
    message = Scene.sealed(group.send(kilobyte, Bytes.EMPTY)).message();
    PublicGroup server = Scene.open(group.groupInfo(true));
    stored = server.serialized();
    open = Scene.publicMessage(commit.commit());
    System.out.printf(
        "%n%d members: commit %d, welcome %d, GroupInfo %d, message %d, state %d, server %d bytes%n",
        members,
        commit.commit().length(),
        adding.welcome().orElseThrow().length(),
        commit.groupInfo().length(),
        message.length(),
        group.serialized().length(),
        stored.length());
  }

  @Benchmark
  public Object create() {
    return founder.create("g");
  }

  @Benchmark
  public Object keyPackage() {
    return newcomer.keyPackage();
  }

  @Benchmark
  public Object checkKeyPackage() throws Refused, Malformed {
    KeyPackage read = ((MlsMessage.Keys) MlsMessage.parse(own.message())).keyPackage();
    new LeafRules(Scene.SUITE, Scene.ANYBODY).check(read);
    return read;
  }

  @Benchmark
  public Object addFifty() {
    return Scene.ready(group.commit(CommitRequest.of(fifty)));
  }

  @Benchmark
  public Object addOne() {
    return Scene.commit(group, Scene.add(own));
  }

  @Benchmark
  public Object commit() {
    return Scene.commit(group);
  }

  @Benchmark
  public Object process() {
    return other.receive(commit.commit());
  }

  @Benchmark
  public Object join() {
    return Group.join(
        newcomer.client(), own, Scene.welcome(adding.welcome().orElseThrow()), Optional.empty());
  }

  @Benchmark
  public Object encrypt() {
    return group.send(kilobyte, Bytes.EMPTY);
  }

  @Benchmark
  public Object decrypt() {
    return other.receive(message);
  }

  @Benchmark
  public Object restoreAndFollow() throws Malformed {
    return PublicGroup.restore(stored, Scene.ANYBODY).follow(open);
  }
}
