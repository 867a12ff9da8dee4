package fr.liaison.conversation;

import fr.liaison.test.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules, for this service. */
class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> houseRules() {
    return HouseRules.of("fr.liaison.conversation");
  }
}
