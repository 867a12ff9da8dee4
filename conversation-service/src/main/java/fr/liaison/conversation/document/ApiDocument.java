package fr.liaison.conversation.document;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import fr.liaison.kit.document.DeviceApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says further that every member of an answer is there, but for the few named here. */
public class ApiDocument extends DeviceApiDocument {
  private static final Map<String, Set<String>> ABSENT_AT_TIMES =
      Map.of(
          "Invitation", Set.of("keyPackage"),
          "ConversationView", Set.of("succeeds", "succeededBy"),
          "MemberView", Set.of("dormantSince"),
          "RefoundingAnswer", Set.of("succeededBy"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().getSchemas().forEach(ApiDocument::require);
    super.filterOpenAPI(document);
  }

  @Override
  protected Schema problem() {
    return super.problem()
        .addProperty("currentEpoch", typed(INTEGER).format("int64"))
        .addProperty("lastSequence", typed(INTEGER).format("int64"))
        .addProperty("successor", typed(STRING).format("uuid"))
        .addProperty("since", typed(STRING).format("date-time"));
  }

  private static void require(String name, Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null && !name.endsWith("Request")) {
      List<String> required = new ArrayList<>(properties.keySet());
      required.removeAll(ABSENT_AT_TIMES.getOrDefault(name, Set.of()));
      schema.setRequired(required);
    }
  }
}
