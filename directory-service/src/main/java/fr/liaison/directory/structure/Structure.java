package fr.liaison.directory.structure;

import fr.liaison.directory.search.index.FoundProfession;
import fr.liaison.directory.search.index.FoundStructure;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A structure where active people practise, as most of the register's rows describe it. {@code
 * professions} are absent from lists.
 */
@Schema(requiredProperties = {"id", "people"})
public record Structure(
    @Schema(description = "The structureId of situations") String id,
    @Nullable String name,
    @Schema(description = "Where the id says it") @Nullable String finess,
    @Schema(description = "Where the id says it") @Nullable String siret,
    @Nullable String postalCode,
    @Nullable String town,
    @Nullable String sector,
    int people,
    @Nullable List<FoundProfession> professions) {
  private static final Pattern FINESS = Pattern.compile("F[0-9][0-9AB][0-9]{7}");
  private static final Pattern SIRET = Pattern.compile("C[0-9]{14}");

  static Structure of(FoundStructure found, @Nullable List<FoundProfession> professions) {
    return new Structure(
        found.id(),
        found.name(),
        number(FINESS, found.id()),
        number(SIRET, found.id()),
        found.postalCode(),
        found.town(),
        found.sector(),
        found.people(),
        professions);
  }

  private static @Nullable String number(Pattern form, String id) {
    return form.matcher(id).matches() ? id.substring(1) : null;
  }
}
