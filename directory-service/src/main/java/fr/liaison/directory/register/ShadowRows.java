package fr.liaison.directory.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows into the shadow table as COPY text, a buffer at a time. Not thread safe. */
final class ShadowRows implements RegisterFile.Sink {
  static final String COPY =
      """
      copy register_shadow (line, row_hash, national_id, vouched, family_name, given_name, civility,
        profession_code, profession, savoir_faire_code, savoir_faire, structure_id, structure_name,
        postal_code, town, sector)
      from stdin
      """;
  private static final int FLUSH_AT = 64 * 1024;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);
  private long written;

  ShadowRows(CopyIn copy) {
    this.copy = copy;
  }

  @Override
  public void accept(RegisterRow row) throws IOException {
    RegisterRow.Place place = row.place();
    text.append(row.line());
    cell(row.hash().toString());
    cell(row.nationalId().value());
    cell(row.nationalId().vouchedByStructure() ? "t" : "f");
    cell(row.familyName());
    cell(row.givenName());
    cell(row.civility());
    cell(row.professionCode());
    cell(row.profession());
    cell(row.savoirFaireCode());
    cell(row.savoirFaire());
    cell(place.structureId());
    cell(place.structureName());
    cell(place.postalCode());
    cell(place.town());
    cell(place.sector());
    text.append('\n');
    written++;
    if (text.length() >= FLUSH_AT) {
      flush();
    }
  }

  /** Sends what is left and ends the COPY; returns how many rows were written. */
  long finish() throws IOException {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return written;
  }

  private void cell(@Nullable String value) {
    text.append('\t');
    if (value == null) {
      text.append("\\N");
    } else {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\\') {
          text.append('\\');
        }
        text.append(c);
      }
    }
  }

  private void flush() throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
