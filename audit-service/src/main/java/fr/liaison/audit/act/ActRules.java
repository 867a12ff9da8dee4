package fr.liaison.audit.act;

import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.kit.event.PoisonEvent;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the log takes in. The limits are far above what any service writes; an act beyond them is
 * poison, set aside and alerted on, so that it never stops the acts behind it.
 */
public final class ActRules {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_DETAILS = 100;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private ActRules() {}

  /** Answers the same act, or throws {@link PoisonEvent}. */
  // JSON can leave out what the record's types promise.
  @SuppressWarnings("ConstantValue")
  public static ActRecorded check(ActRecorded act) {
    require(act.actId() != null && act.time() != null, "act-incomplete");
    require(act.outcome() != null && act.actor() != null, "act-incomplete");
    require(act.time().isAfter(EARLIEST) && act.time().isBefore(LATEST), "act-time");
    require(isName(act.service()) && isName(act.action()), "act-name");
    Actor actor = act.actor();
    require(isText(actor.accountId()) && isText(actor.nationalId()), "act-actor");
    var object = act.object();
    require(object == null || (isName(object.type()) && isText(object.id())), "act-object");
    require(act.details().size() <= MAX_DETAILS, "act-details");
    act.details().forEach((key, value) -> require(isText(key) && isText(value), "act-details"));
    return act;
  }

  private static boolean isName(@Nullable String name) {
    return name != null && NAME.matcher(name).matches();
  }

  private static boolean isText(@Nullable String text) {
    return text == null || (text.length() <= MAX_TEXT && text.indexOf('\0') < 0);
  }

  private static void require(boolean fulfilled, String reason) {
    if (!fulfilled) {
      throw new PoisonEvent(reason);
    }
  }
}
