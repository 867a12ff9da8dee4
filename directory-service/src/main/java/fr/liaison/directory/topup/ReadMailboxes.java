package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.MailboxAddress;
import fr.liaison.directory.practitioner.NationalCodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The personal MSSanté mailboxes among the contact points of one person and of their situations.
 * Those of a practice, a service or a program are not the person's. Whatever says that one is on
 * the red list hides it wherever else it stands.
 */
final class ReadMailboxes {
  private static final String EMAIL_TYPE =
      "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type";
  private static final Pattern ON_RED_LIST =
      Pattern.compile("liste[\\s\\u00A0_-]+rouge", Pattern.CASE_INSENSITIVE);

  private final PartReader<SourceDetails.Mailbox> mailboxes =
      new PartReader<>(ReadMailboxes::both, SourceDetails.Mailbox::hidden);
  private final Instant now;

  ReadMailboxes(Instant now) {
    this.now = now;
  }

  /** Of the person, whose mailboxes are of no structure. */
  void ofPerson(List<ContactPoint> points) {
    points.stream().filter(ReadMailboxes::isMss).forEach(point -> read(point, "PER", null));
  }

  /** Of a situation: there a mailbox that does not say of what type it is may be the practice's. */
  void ofSituation(List<ContactPoint> points, @Nullable String structureName) {
    points.stream().filter(ReadMailboxes::isMss).forEach(point -> read(point, "", structureName));
  }

  SourceDetails.Part<SourceDetails.Mailbox> part() {
    return mailboxes.part();
  }

  private void read(ContactPoint point, String untyped, @Nullable String structureName) {
    Extension said = point.getExtensionByUrl(NationalCodes.MAILBOX);
    String value = point.getValue();
    Optional<String> address = value == null ? Optional.empty() : MailboxAddress.of(value.strip());
    boolean hidden =
        isOnRedList(said)
            || point.getUse() == ContactPoint.ContactPointUse.OLD
            || Ending.isPast(point.getPeriod(), now);
    String type = type(said, untyped);
    boolean another = type.equals("CAB") || type.equals("ORG") || type.equals("APP");
    if (another && !hidden) {
      return;
    }
    if (address.isEmpty() || !(hidden || type.equals("PER"))) {
      mailboxes.unreadable();
      return;
    }
    mailboxes.add(
        address.get(),
        new SourceDetails.Mailbox(
            address.get(), hidden, text(said, "service"), structureName, paperless(said)));
  }

  private static boolean isMss(ContactPoint point) {
    boolean email =
        point.getSystem() == null || point.getSystem() == ContactPoint.ContactPointSystem.EMAIL;
    Extension type = point.getExtensionByUrl(EMAIL_TYPE);
    boolean mssante =
        type != null
            && type.getValue() instanceof Coding coding
            && "MSSANTE".equals(coding.getCode());
    return email && (mssante || point.hasExtension(NationalCodes.MAILBOX));
  }

  private static boolean isOnRedList(@Nullable Extension said) {
    if (said == null) {
      return false;
    }
    return said.getExtensionsByUrl("listeRouge").stream().anyMatch(flag -> !isNo(flag.getValue()))
        || said.getExtension().stream().anyMatch(one -> saysRedList(one.getValue()));
  }

  /** Anything but a plain no hides. */
  private static boolean isNo(@Nullable Type flag) {
    return flag instanceof BooleanType said && Boolean.FALSE.equals(said.getValue());
  }

  private static boolean saysRedList(@Nullable Type text) {
    return text instanceof StringType said
        && said.getValue() != null
        && ON_RED_LIST.matcher(said.getValue()).find();
  }

  private static String type(@Nullable Extension said, String untyped) {
    return switch (value(said, "type")) {
      case CodeableConcept concept -> String.valueOf(concept.getCodingFirstRep().getCode());
      case Coding coding -> String.valueOf(coding.getCode());
      case null -> untyped;
      default -> "";
    };
  }

  private static @Nullable String text(@Nullable Extension said, String url) {
    return value(said, url) instanceof StringType text ? Words.label(text.getValue()) : null;
  }

  private static @Nullable Boolean paperless(@Nullable Extension said) {
    return value(said, "digitization") instanceof BooleanType flag ? flag.getValue() : null;
  }

  private static @Nullable Type value(@Nullable Extension said, String url) {
    Extension one = said == null ? null : said.getExtensionByUrl(url);
    return one == null ? null : one.getValue();
  }

  /** The same whichever comes first. */
  private static SourceDetails.Mailbox both(
      SourceDetails.Mailbox one, SourceDetails.Mailbox other) {
    return new SourceDetails.Mailbox(
        one.address(),
        one.hidden() || other.hidden(),
        either(one.service(), other.service()),
        either(one.structureName(), other.structureName()),
        either(one.paperless(), other.paperless()));
  }

  private static <T extends Comparable<T>> @Nullable T either(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
