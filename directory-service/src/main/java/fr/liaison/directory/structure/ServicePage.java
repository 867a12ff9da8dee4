package fr.liaison.directory.structure;

import fr.liaison.directory.structure.StructureService.ServiceMailbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * So many mailboxes of a structure, by service and address; {@code next} continues it, maybe within
 * the last service.
 */
@Schema(requiredProperties = "items")
public record ServicePage(List<StructureService> items, @Nullable String next) {

  /** Mailboxes in their order, those of one service together. */
  static ServicePage of(List<Services.Listed> listed, @Nullable String next) {
    Map<@Nullable String, List<ServiceMailbox>> byService = new LinkedHashMap<>();
    for (Services.Listed one : listed) {
      byService.computeIfAbsent(one.service(), _ -> new ArrayList<>()).add(one.mailbox());
    }
    return new ServicePage(
        byService.entrySet().stream()
            .map(service -> new StructureService(service.getKey(), service.getValue()))
            .toList(),
        next);
  }
}
