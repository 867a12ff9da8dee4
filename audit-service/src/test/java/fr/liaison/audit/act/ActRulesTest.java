package fr.liaison.audit.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.audit.Acts;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.event.PoisonEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActRulesTest {

  @Test
  void anOrdinaryActPasses() {
    ActRecorded act = Acts.act();

    assertThat(ActRules.check(act)).isSameAs(act);
  }

  @ParameterizedTest
  @ValueSource(strings = {"actId", "time", "service", "action", "outcome", "actor"})
  void anActWithoutARequiredFieldIsPoison(String field) throws JsonProcessingException {
    ObjectNode json = ContractJson.mapper().valueToTree(Acts.act());
    json.remove(field);
    ActRecorded act = ContractJson.mapper().treeToValue(json, ActRecorded.class);

    assertThatThrownBy(() -> ActRules.check(act)).isInstanceOf(PoisonEvent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "é", "../x"})
  void anActWithAnOddNameIsPoison(String name) {
    assertPoison("action", name);
    assertPoison("service", name);
  }

  @Test
  void anActOutsideReasonableTimesIsPoison() {
    assertPoison("time", "1970-01-01T00:00:00Z");
    assertPoison("time", "+100000-01-01T00:00:00Z");
  }

  @Test
  void textTheDatabaseCannotHoldIsPoison() {
    ObjectNode json = ContractJson.mapper().valueToTree(Acts.act());
    ((ObjectNode) json.get("actor")).put("accountId", "a\0b");
    assertPoison(json);
    ((ObjectNode) json.get("actor")).put("accountId", "a".repeat(1001));
    assertPoison(json);
  }

  @Test
  void boundlessDetailsArePoison() {
    ObjectNode json = ContractJson.mapper().valueToTree(Acts.act());
    ObjectNode details = json.putObject("details");
    for (int i = 0; i <= 100; i++) {
      details.put("key" + i, "value");
    }
    assertPoison(json);
    json.putObject("details").put("key", "v".repeat(1001));
    assertPoison(json);
  }

  private static void assertPoison(String field, String value) {
    assertPoison(ContractJson.mapper().<ObjectNode>valueToTree(Acts.act()).put(field, value));
  }

  private static void assertPoison(ObjectNode json) {
    assertThatThrownBy(
            () -> ActRules.check(ContractJson.mapper().treeToValue(json, ActRecorded.class)))
        .isInstanceOf(PoisonEvent.class);
  }
}
