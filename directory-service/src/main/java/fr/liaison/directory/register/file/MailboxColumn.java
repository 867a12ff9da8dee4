package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.MailboxAddress;
import java.util.List;

/** The columns of {@code Extraction_Correspondance_MSSante} that Liaison reads. */
public enum MailboxColumn implements FileColumn {
  KIND(true, "Type de BAL"),
  ADDRESS(true, "Adresse BAL"),
  IDENTIFIER_TYPE(false, "Type Identifiant PP", "Type d'identifiant PP"),
  IDENTIFIER(true, "Identifiant PP"),
  NATIONAL_ID(false, "Identification nationale PP"),
  STRUCTURE_ID_TYPE(false, "Type identifiant structure", "Type d'identifiant structure"),
  STRUCTURE_ID(true, "Identification Structure", "Identifiant structure"),
  SERVICE(false, "Service de rattachement"),
  PAPERLESS(false, "Dématérialisation"),
  COMPANY_NAME(false, "Raison Sociale structure BAL", "Raison sociale"),
  TRADE_NAME(false, "Enseigne commerciale structure BAL", "Enseigne commerciale");

  private final boolean mandatory;
  private final String header; // accepted names, split on demand: an enum holds nothing mutable

  MailboxColumn(boolean mandatory, String... names) {
    this.mandatory = mandatory;
    this.header = CellText.canonical(String.join("|", names));
  }

  @Override
  public boolean mandatory() {
    return mandatory;
  }

  @Override
  public int longest() {
    return this == ADDRESS ? MailboxAddress.LONGEST : FileColumn.super.longest();
  }

  @Override
  public List<String> names() {
    return Cells.of(header);
  }
}
