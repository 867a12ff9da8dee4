package fr.liaison.client.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import java.util.HashMap;
import java.util.Map;

/** A problem as the services of the tests answer it. */
final class TestRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  private final String code;
  private final transient Map<String, String> members;

  TestRefusal(int status, String code, Map<String, String> members) {
    super(code);
    this.status = status;
    this.code = code;
    this.members = members;
  }

  String json() throws JsonProcessingException {
    Map<String, String> all = new HashMap<>(members);
    all.put("code", code);
    return ContractJson.mapper().writeValueAsString(all);
  }
}
