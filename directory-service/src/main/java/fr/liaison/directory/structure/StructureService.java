package fr.liaison.directory.structure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A service of a structure as its MSSanté mailboxes tell it; without a name, the structure. */
@Schema(requiredProperties = "mailboxes")
public record StructureService(@Nullable String name, List<ServiceMailbox> mailboxes) {

  /** An address that is nobody's alone; {@code paperless} where the register says either. */
  @Schema(requiredProperties = {"address", "kind"})
  public record ServiceMailbox(String address, Kind kind, @Nullable Boolean paperless) {}

  /** Who reads it: the people of a service, a program, or those of a practice. */
  @Schema(name = "ServiceMailboxKind")
  public enum Kind {
    organisation,
    application,
    practice
  }
}
