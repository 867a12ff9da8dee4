package fr.liaison.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.ContractJson;
import fr.liaison.test.GoldenFile;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {
  @Test
  void codesAndStatusesAreFrozen() {
    TreeMap<String, Integer> codes = new TreeMap<>();
    Arrays.stream(ProblemType.values()).forEach(type -> codes.put(type.code(), type.status()));

    GoldenFile.named("problem-codes.v1").matches(codes, ContractJson.mapper());
  }

  @Test
  void everyTitleTellsSomethingAndEveryStatusIsAnError() {
    assertThat(ProblemType.values())
        .allSatisfy(
            type -> {
              assertThat(type.title()).hasSizeGreaterThan(10);
              assertThat(type.status()).isBetween(400, 599);
              assertThat(type.uri()).endsWith("/" + type.code());
            });
  }
}
