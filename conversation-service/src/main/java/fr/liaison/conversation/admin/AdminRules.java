package fr.liaison.conversation.admin;

import fr.liaison.conversation.admin.AdminOutcome.NotAllowed;
import fr.liaison.conversation.admin.AdminOutcome.Rule;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import java.util.Set;

/**
 * Who may appoint and withdraw whom. Pure.
 *
 * @param persons who has a device in the conversation
 * @param admins who administers it now
 */
record AdminRules(Kind kind, Set<PractitionerId> persons, Set<PractitionerId> admins) {

  AdminOutcome decide(PractitionerId requester, PractitionerId person, Change change) {
    if (kind == Kind.direct) {
      return new NotAllowed(Rule.GROUPS_ONLY);
    }
    boolean isAdmin = admins.contains(person);
    boolean withdrewBefore = change == Change.REVOKE && !isAdmin && person.equals(requester);
    if (!admins.contains(requester) && !withdrewBefore) {
      return new NotAllowed(Rule.NOT_AN_ADMIN);
    }
    return switch (change) {
      case GRANT ->
          isAdmin
              ? new AdminOutcome.Unchanged()
              : persons.contains(person)
                  ? new AdminOutcome.Changed()
                  : new NotAllowed(Rule.NOT_IN_CONVERSATION);
      case REVOKE ->
          !isAdmin
              ? new AdminOutcome.Unchanged()
              : admins.size() > 1 ? new AdminOutcome.Changed() : new NotAllowed(Rule.LAST_ADMIN);
    };
  }
}
