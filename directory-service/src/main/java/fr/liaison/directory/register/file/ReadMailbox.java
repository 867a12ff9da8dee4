package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.MailboxAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a complete row into a {@link MailboxRow}, or says what is wrong with them.
 * Whatever says that somebody is on the red list is never taken, nor is a patient's mailbox, whose
 * address is the patient's national number.
 */
final class ReadMailbox implements RegisterFile.ReadCells<MailboxRow> {
  private static final Pattern STRUCTURE = Pattern.compile("\\p{Graph}{1,64}");
  private static final Pattern FINESS = Pattern.compile("\\d[0-9AB]\\d{7}");
  private static final Pattern SIRET = Pattern.compile("\\d{14}");
  private static final String RED_LIST = "liste rouge";
  private static final Pattern ON_RED_LIST =
      Pattern.compile("liste[\\s\\u00A0_-]+rouge", Pattern.CASE_INSENSITIVE);
  private static final Set<String> NO = Set.of("", "n", "non", "0", "false");

  private final RegisterHeader<MailboxColumn> header;
  private final CheckDigits checkDigits;
  private final List<Integer> redList;

  ReadMailbox(RegisterHeader<MailboxColumn> header, CheckDigits checkDigits) {
    this.header = header;
    this.checkDigits = checkDigits;
    this.redList = header.named(RED_LIST);
  }

  @Override
  public Reading<MailboxRow> read(long line, Cells cells) {
    @Nullable DefectReason unfit = unfit(cells);
    if (unfit != null) {
      return new Reading.Unusable<>(unfit);
    }
    Optional<MailboxRow.Kind> kind =
        Stream.of(MailboxRow.Kind.values())
            .filter(one -> one.name().equalsIgnoreCase(value(cells, MailboxColumn.KIND)))
            .findFirst();
    if (kind.isEmpty()) {
      return new Reading.Unusable<>(DefectReason.UNKNOWN_MAILBOX_KIND);
    }
    Optional<String> usable = MailboxAddress.of(value(cells, MailboxColumn.ADDRESS));
    if (usable.isEmpty()) {
      return new Reading.Unusable<>(DefectReason.BAD_ADDRESS);
    }
    String address = usable.get();
    return kind.get() == MailboxRow.Kind.PER
        ? ofPerson(line, address, cells)
        : structureId(cells)
            .<Reading<MailboxRow>>map(
                id -> new Reading.Usable<>(row(line, id, address, kind.get(), cells)))
            .orElse(new Reading.Unusable<>(DefectReason.MISSING_STRUCTURE));
  }

  private @Nullable DefectReason unfit(Cells cells) {
    if (redList.stream().anyMatch(at -> !NO.contains(CellText.canonical(cells.get(at))))
        || cells.stream().anyMatch(cell -> ON_RED_LIST.matcher(cell).find())) {
      return DefectReason.RED_LISTED;
    }
    return header.unfit(cells, MailboxColumn.class);
  }

  private Reading<MailboxRow> ofPerson(long line, String address, Cells cells) {
    String stated = value(cells, MailboxColumn.NATIONAL_ID);
    String type = type(value(cells, MailboxColumn.IDENTIFIER_TYPE), stated);
    String identifier = value(cells, MailboxColumn.IDENTIFIER);
    return switch (StatedIdentity.of(type, identifier, stated, checkDigits)) {
      case StatedIdentity.Wrong(DefectReason reason) -> new Reading.Unusable<>(reason);
      case StatedIdentity.Known known ->
          known.with(row(line, known.id().value(), address, MailboxRow.Kind.PER, cells));
    };
  }

  /** By code or by name; by the national identification where the column lacks. */
  private static String type(String type, String nationalId) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "RPPS" -> "8";
      case "ADELI" -> "0";
      case "" -> nationalId.isEmpty() ? "" : nationalId.substring(0, 1);
      default -> type;
    };
  }

  /** With the letter that the extraction of people puts before it, so that both name one place. */
  private Optional<String> structureId(Cells cells) {
    String type = value(cells, MailboxColumn.STRUCTURE_ID_TYPE).toUpperCase(Locale.ROOT);
    String id = value(cells, MailboxColumn.STRUCTURE_ID);
    if (!STRUCTURE.matcher(id).matches()) {
      return Optional.empty();
    }
    if (FINESS.matcher(id).matches() && !type.contains("SIR")) {
      return Optional.of("F" + id);
    }
    return Optional.of(SIRET.matcher(id).matches() && type.equals("SIRET") ? "C" + id : id);
  }

  private MailboxRow row(
      long line, String owner, String address, MailboxRow.Kind kind, Cells cells) {
    String trade = value(cells, MailboxColumn.TRADE_NAME);
    return new MailboxRow(
        line,
        owner,
        address,
        kind,
        orNull(value(cells, MailboxColumn.SERVICE)),
        orNull(trade.isEmpty() ? value(cells, MailboxColumn.COMPANY_NAME) : trade),
        switch (value(cells, MailboxColumn.PAPERLESS).toUpperCase(Locale.ROOT)) {
          case "O", "OUI", "1", "TRUE" -> true;
          case "N", "NON", "0", "FALSE" -> false;
          default -> null;
        });
  }

  private String value(Cells cells, MailboxColumn column) {
    return header.value(cells, column);
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
