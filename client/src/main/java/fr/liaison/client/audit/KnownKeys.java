package fr.liaison.client.audit;

import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.DeviceBindings;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Pause;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Key transparency: whether the keys of devices stand in the log whose key was pinned at the first
 * look; each checkpoint must extend the one kept. A proof is remembered and holds for half a day;
 * then the log is asked again, and while it is silent the old proof stands. Thread-safe.
 */
public final class KnownKeys {
  /** Whoever invites is told by then, however many people there are and whatever the log does. */
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  /** What is known of a device's key. */
  public enum Standing {
    PROVEN,
    /** The log holds no entry of the device yet. */
    WAITING,
    /** The log did not answer. */
    SILENT,
    /** Revoked, bound to another key or person, or an answer that proves nothing. */
    REFUSED
  }

  private final Store store;
  private final AuditApi audit;
  private final Pause pause;
  private final InstantSource clock;

  public KnownKeys(Store store, AuditApi audit, Pause pause) {
    this(store, audit, pause, InstantSource.system());
  }

  public KnownKeys(Store store, AuditApi audit, Pause pause, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.pause = pause;
    this.clock = clock;
  }

  public boolean admits(DeviceClaim claim) {
    return look(List.of(claim), List.of(), true).get(claim.device()) == Standing.PROVEN;
  }

  /**
   * Asks about all of them at once. What the log does not know yet is waited for until one deadline
   * for all, except those that are only asked about once.
   *
   * @param decisive the first refusal among {@code wanted} ends the look: others stay silent then
   */
  public Map<UUID, Standing> look(
      Collection<DeviceClaim> wanted, Collection<DeviceClaim> once, boolean decisive) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    Map<UUID, Standing> found = new LinkedHashMap<>();
    List<DeviceClaim> all = new ArrayList<>(wanted);
    all.addAll(once);
    all.forEach(claim -> found.put(claim.device(), silent(claim)));
    round(all, found, decisive ? wanted : List.of(), end);
    for (Duration wait : WAITS) {
      List<DeviceClaim> open = wanted.stream().filter(claim -> isOpen(claim, found)).toList();
      boolean over = System.nanoTime() >= end || (decisive && isRefused(wanted, found));
      if (open.isEmpty() || over) {
        break;
      }
      rest(wait);
      round(open, found, decisive ? wanted : List.of(), end);
    }
    return found;
  }

  /** Asks once about each, without waiting for what is not there yet. */
  public Map<UUID, Standing> look(Collection<DeviceClaim> claims) {
    return look(List.of(), claims, false);
  }

  private static boolean isOpen(DeviceClaim claim, Map<UUID, Standing> found) {
    Standing standing = found.get(claim.device());
    return standing == Standing.WAITING || standing == Standing.SILENT;
  }

  private static boolean isRefused(Collection<DeviceClaim> wanted, Map<UUID, Standing> found) {
    return wanted.stream().anyMatch(claim -> found.get(claim.device()) == Standing.REFUSED);
  }

  private void round(
      List<DeviceClaim> claims,
      Map<UUID, Standing> found,
      Collection<DeviceClaim> deciding,
      long end) {
    List<DeviceClaim> asked = new ArrayList<>();
    for (DeviceClaim claim : claims) {
      Optional<Standing> known = known(claim);
      known.ifPresentOrElse(
          standing -> found.put(claim.device(), standing), () -> asked.add(claim));
    }
    Questions questions = new Questions(audit, asked);
    while (questions.areLeft() && !isRefused(deciding, found)) {
      questions.ask(this::pinned);
      Optional<Questions.Reply> reply = questions.await(end - System.nanoTime());
      if (reply.isEmpty()) {
        return;
      }
      DeviceClaim claim = reply.get().claim();
      take(reply.get())
          .ifPresentOrElse(
              standing -> found.put(claim.device(), standing), () -> questions.repeat(claim));
    }
  }

  /** What needs no question: a fresh proof, or one of another key, which no answer mends. */
  private Optional<Standing> known(DeviceClaim claim) {
    return proof(claim)
        .flatMap(
            proof -> {
              if (!proof.isOfKey(claim)) {
                return Optional.of(Standing.REFUSED);
              }
              return proof.isOf(claim) && proof.isFresh(clock.instant())
                  ? Optional.of(Standing.PROVEN)
                  : Optional.empty();
            });
  }

  private Optional<KeyProof> proof(DeviceClaim claim) {
    return store
        .read(reader -> reader.get(Table.PROVEN_KEY, claim.device().toString()))
        .map(KeyProof::parse);
  }

  private Questions.Pinned pinned() {
    return store.read(
        reader ->
            new Questions.Pinned(
                Settings.AUDIT_LOG_KEY.read(reader),
                Settings.AUDIT_CHECKPOINT.read(reader).map(Checkpoint::parse)));
  }

  /**
   * Empty when another answer came first and this one is not shown to go on from it: it is asked
   * for again, so that no fork hides between two questions.
   */
  private synchronized Optional<Standing> take(Questions.Reply reply) {
    DeviceClaim claim = reply.claim();
    if (!(reply.key() instanceof Answer.Done<String>(String key))) {
      return Optional.of(silent(claim));
    }
    return switch (reply.answer()) {
      case Answer.Done<DeviceBindings>(DeviceBindings answer) -> {
        BindingVerdict verdict = VerifyBinding.check(answer, key, reply.pinned().seen(), claim);
        yield goesOn(verdict, key, reply.pinned())
            ? Optional.of(standing(verdict, key, claim))
            : Optional.empty();
      }
      case Answer.Refused<DeviceBindings>(var problem) ->
          // An audit-service of before answers so until a checkpoint covers the entry.
          Optional.of(problem.status() == 404 ? Standing.WAITING : silent(claim));
      case Answer.Unreachable<DeviceBindings>() -> Optional.of(silent(claim));
    };
  }

  /** No answer takes nothing away from what was proven. */
  private Standing silent(DeviceClaim claim) {
    return proof(claim).filter(proof -> proof.isOf(claim)).isPresent()
        ? Standing.PROVEN
        : Standing.SILENT;
  }

  private boolean goesOn(BindingVerdict verdict, String key, Questions.Pinned asked) {
    Questions.Pinned now = pinned();
    boolean sameKey = now.key().isEmpty() || now.key().get().equals(key);
    boolean known = verdict.head().isPresent() && verdict.head().equals(now.seen());
    return sameKey && (known || now.seen().equals(asked.seen()));
  }

  private Standing standing(BindingVerdict verdict, String key, DeviceClaim claim) {
    String device = claim.device().toString();
    store.change(
        transaction -> {
          verdict
              .head()
              .ifPresent(
                  head -> {
                    Settings.AUDIT_LOG_KEY.write(transaction, key);
                    Settings.AUDIT_CHECKPOINT.write(transaction, head.text());
                  });
          if (verdict instanceof BindingVerdict.Bound(var head, UUID practitioner)) {
            KeyProof proof = KeyProof.of(claim, practitioner, clock.instant());
            transaction.put(Table.PROVEN_KEY, device, proof.toBytes());
          } else if (verdict.head().isPresent()) {
            transaction.remove(Table.PROVEN_KEY, device);
          }
        });
    return switch (verdict) {
      case BindingVerdict.Bound bound -> Standing.PROVEN;
      case BindingVerdict.Unlogged unlogged -> Standing.WAITING;
      case BindingVerdict.Revoked revoked -> Standing.REFUSED;
      case BindingVerdict.Contradicted contradicted -> Standing.REFUSED;
      case BindingVerdict.Refuted refuted -> Standing.REFUSED;
    };
  }

  private void rest(Duration wait) {
    try {
      pause.rest(wait);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}
